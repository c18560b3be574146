import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as listenRaw } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { imageHeadSize } from "@image-apis/http-contract";
import { fixture } from "@image-apis/spec";
import { afterEach, expect, test, vi } from "vitest";
import { type Mock, type ProxyOptions, startMock, startProxy } from "../src/index.ts";
import type { OperationCoverage } from "../src/journal/coverage.ts";
import { addImages, basic, filePart, form, png, saveImage } from "./support/requests.ts";
import { type Received, send } from "./support/send.ts";

const image = "/api/v1/Person/123/Image";
const open: { close(): unknown }[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const one of open.splice(0).reverse()) await one.close();
});

test("a body arrives as it was sent, and the response comes back as it was given", async () => {
  const seen: { hash: string; headers: string[]; url: string | undefined }[] = [];
  const body = fixture("at-maximum.png").bytes;
  const url = await upstream(async (request, response) => {
    const hash = createHash("sha256");
    for await (const chunk of request) hash.update(chunk);
    seen.push({ hash: hash.digest("hex"), headers: request.rawHeaders, url: request.url });
    response.setHeader("X-Odd-Case", "kept").setHeader("Content-Type", "image/png").end(body);
  });
  const proxy = await proxyTo(`${url}/tenant/`);

  const target = "/api/v1/Person/123/Image?w=1";
  const headers = { ...saveImage(png).headers, "X-MiXeD": "kept" };
  const received = await send(proxy, { method: "PUT", target, headers, body });

  expect(seen[0]?.hash).toBe(createHash("sha256").update(body).digest("hex"));
  expect(seen[0]?.url).toBe("/tenant/api/v1/Person/123/Image?w=1");
  expect(seen[0]?.headers).toContain("X-MiXeD");
  expect(received.body.equals(body)).toBe(true);
  expect(received.headers["x-odd-case"]).toBe("kept");
});

test("an exchange that keeps the contract passes without a word", async () => {
  const mock = await stateful();
  const proxy = await proxyTo(mock.url, { fail: true });

  const added = await send(proxy, addImages(form([filePart(png)])));
  const chunked = await send(proxy, { ...saveImage(png), chunked: true });
  const image = await send(proxy, { target: "/api/v1/Person/123/Image", headers: basic });

  expect([added.status, chunked.status, image.status]).toEqual([200, 200, 200]);
  expect(image.body.equals(png)).toBe(true);
  expect(violations(added)).toEqual([]);
  const [entry] = (await send(proxy, { target: "/__mock/requests" })).json();
  expect(entry).toMatchObject({ verdict: "valid", operationId: "addCustomerImage" });
  expect(entry.parts[0].sha256).toBe(createHash("sha256").update(png).digest("hex"));
});

test("a request that breaks a rule is forwarded, and the header and the journal say which", async () => {
  const mock = await stateful();
  const proxy = await proxyTo(mock.url);

  const received = await send(
    proxy,
    addImages(form([filePart(png.subarray(0, 500), "größe.png")])),
  );

  expect([received.status, received.json().errors[0].code]).toEqual([400, 8083]);
  expect(violations(received)).toEqual([expect.stringMatching(/größe\.png.* has 500 bytes/)]);
  const [entry] = (await send(proxy, { target: "/__mock/requests" })).json();
  expect(entry).toMatchObject({ verdict: "invalid", answer: { status: 400 } });
});

const wrong: [string, RequestListener, RegExp][] = [
  [
    "an undocumented status",
    (_, response) => void response.writeHead(418).end(),
    /has status 418; getCustomer documents 200, 400/,
  ],
  [
    "another media type",
    (_, response) => void response.setHeader("Content-Type", "text/html").end("<p>"),
    /"text\/html"; status 200 is documented as application\/json/,
  ],
  [
    "a body that does not fit",
    (_, response) => json(response, '{"id":"x"}'),
    /\/id must be integer/,
  ],
  ["a body that is not JSON", (_, response) => json(response, "{"), /cannot be read as JSON/],
  [
    "a compressed body that does not fit",
    (_, response) => {
      response.setHeader("Content-Encoding", "gzip");
      json(response, gzipSync("{}"));
    },
    /must have required property 'id'/,
  ],
];

test.each(wrong)(
  "a response with %s is told, and with --fail is 502",
  async (_, answer, expected) => {
    const url = await upstream(answer);
    const call = { target: "/v2/customers/1?source=INSTORE", headers: basic };

    const told = await send(await proxyTo(url), call);
    expect(told.status).not.toBe(502);
    expect(violations(told)).toEqual([expect.stringMatching(expected)]);

    const failed = await send(await proxyTo(url, { fail: true }), call);
    expect([failed.status, failed.mediaType]).toEqual([502, "application/problem+json"]);
    expect(failed.json().violations).toEqual([expect.stringMatching(expected)]);
  },
);

test("what no document describes is forwarded and told", async () => {
  const url = await upstream((_, response) => void response.end("hello"));
  const received = await send(await proxyTo(url), { target: "/elsewhere" });

  expect(received.body.toString()).toBe("hello");
  expect(violations(received)).toEqual(["No document describes the path /elsewhere."]);
});

test("a target that is not there is 502, and the proxy lives on", async () => {
  const proxy = await proxyTo("http://127.0.0.1:1");
  for (const body of [png, fixture("at-maximum.png").bytes]) {
    const received = await send(proxy, saveImage(body));
    expect([received.status, received.json().detail]).toEqual([
      502,
      expect.stringMatching(/gave no response: ECONNREFUSED/),
    ]);
  }
});

test("a target that breaks off breaks off for the client too", async () => {
  const url = await upstream((_, response) => {
    response.writeHead(200, { "Content-Type": "image/png", "Content-Length": 100_000 });
    response.write(Buffer.alloc(50_000), () => response.destroy());
  });

  const call = { target: "/api/v1/Person/123/Image", headers: basic };
  await expect(send(await proxyTo(url), call)).rejects.toMatchObject({ code: "ECONNRESET" });
});

const breaking: [string, string | Buffer, unknown][] = [
  ["breaks off after a whole response to half a request", `${head("application/json", 3)}167`, 200],
  [
    "breaks off behind the beginning of the image",
    `${head("image/png", 99_999)}${"x".repeat(imageHeadSize)}`,
    "ECONNRESET",
  ],
  ["breaks off within the beginning of the image", `${head("image/png", 9999)}abc`, 502],
  ["breaks off within the JSON", `${head("application/json", 9999)}{`, 502],
  [
    "sends a malformed chunk",
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    502,
  ],
  [
    "has a control character in its status text",
    Buffer.from("HTTP/1.1 404 \u00e9\u0001\r\nContent-Length: 0\r\n\r\n", "latin1"),
    404,
  ],
  [
    "switches protocols",
    "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n",
    502,
  ],
  ["closes without a word", "", 502],
];

test.each(breaking)("outlives a target that %s", async (_, answer, expected) => {
  const complaint = vi.spyOn(console, "error");
  const proxy = await proxyTo(await rawUpstream(answer));

  const method = String(answer).includes("image/png") ? {} : saveImage(new Uint8Array(5_000_000));
  const outcome = await send(proxy, { target: image, headers: basic, ...method }).then(
    ({ status }) => status,
    ({ code }) => code,
  );

  expect(outcome).toBe(expected);
  expect((await send(proxy, { target: "/__mock/health" })).status).toBe(200);
  expect(complaint).not.toHaveBeenCalled();
});

test.each([
  ["at all", ""],
  ["to the end of its JSON", `${head("application/json", 9999)}{`],
])("a target that does not answer %s is given up after its time", async (_, answer) => {
  const proxy = await proxyTo(await rawUpstream(answer, { stalls: true }), { timeLimit: 300 });

  const received = await send(proxy, saveImage(png));

  expect([received.status, received.json().detail]).toEqual([
    504,
    expect.stringMatching(/was silent for 0\.3 s/),
  ]);
  const [entry] = (await send(proxy, { target: "/__mock/requests" })).json();
  expect(entry).toMatchObject({ verdict: "failed", answer: { status: 504 } });
});

test("the response to HEAD has no body to check", async () => {
  const url = await upstream((_, response) => json(response, ""));
  const call = { method: "HEAD", target: "/api/v1/Person/123/ImageInfo", headers: basic };

  expect((await send(await proxyTo(url, { fail: true }), call)).status).toBe(200);
});

test.each([
  ["GZIP", gzipSync],
  ["x-gzip", gzipSync],
  ["deflate", deflateSync],
  ["br", brotliCompressSync],
  ["zstd", zstdCompressSync],
  ["my-own", (bytes: Buffer) => bytes],
])("a JSON response coded as %s keeps the contract", async (coding, encode) => {
  const url = await upstream((_, response) => {
    json(response.setHeader("Content-Encoding", coding), encode(Buffer.from("167")));
  });

  const received = await send(await proxyTo(url, { fail: true }), saveImage(png));

  expect([received.status, violations(received)]).toEqual([200, []]);
});

test.each([
  ["<int>167</int>", []],
  ['<?xml version="1.0"?>\n<int xmlns="x">167</int>', []],
  ["<int>many</int>", [expect.stringMatching(/must be integer/)]],
  ["<long>167</long>", [expect.stringMatching(/cannot be read as XML: it is not one <int>/)]],
])("of the XML %s it says %j", async (xml, expected) => {
  const url = await upstream((_, response) => {
    response.setHeader("Content-Type", "text/xml").end(xml);
  });

  expect(violations(await send(await proxyTo(url), saveImage(png)))).toEqual(expected);
});

test("coverage counts the exchanges that the target answered as documented", async () => {
  const mock = await stateful();
  const proxy = await proxyTo(mock.url);
  await send(proxy, addImages(form([filePart(png)])));
  await send(proxy, { ...addImages(form([filePart(png)])), target: "/v2/customers/1/setImage" });
  await send(proxy, { ...saveImage(png), target: "/api/v1/Person/0/Image" });

  const { operations } = (await send(proxy, { target: "/__mock/coverage" })).json();
  const exercised = operations.flatMap((it: OperationCoverage) =>
    it.exchanges.filter((one) => one.exercised).map(({ id }) => id),
  );
  expect(exercised).toEqual([
    "capillary/addCustomerImage/one-file",
    "capillary/addCustomerImage/unknown-customer",
    "superoffice/savePersonImage/invalid-person-id",
  ]);
});

test.each([false, true])(
  "what a browser asks beforehand passes unjudged (fail: %s)",
  async (fail) => {
    const url = await upstream((request, response) => {
      response.writeHead(204, { "Access-Control-Allow-Methods": `of ${request.method}` }).end();
    });
    const headers = { Origin: "http://a.example", "Access-Control-Request-Method": "GET" };
    const proxy = await proxyTo(url, { fail });

    const received = await send(proxy, { method: "OPTIONS", target: "/v2/customers/5", headers });

    expect([received.status, received.headers["access-control-allow-methods"]]).toEqual([
      204,
      "of OPTIONS",
    ]);
    expect(violations(received)).toEqual([]);
    const [entry] = (await send(proxy, { target: "/__mock/requests" })).json();
    expect(entry).toMatchObject({ method: "OPTIONS", violations: [] });
    expect(entry.notes).toEqual([expect.stringMatching(/OPTIONS is not held against/)]);
  },
);

test("a page of another origin may read why an exchange is 502", async () => {
  const url = await upstream((_, response) => void response.writeHead(418).end());
  const call = { target: image, headers: { ...basic, Origin: "http://a.example" } };

  const received = await send(await proxyTo(url, { fail: true }), call);

  expect(received.headers).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-expose-headers": expect.stringMatching(/X-Contract-Violations/),
  });
});

const huge = Buffer.alloc(5 * 1024 * 1024, " ");
test.each([
  ["that is long", "identity", huge],
  ["that grows when it is unpacked (gzip)", "gzip", gzipSync(huge)],
  ["that grows when it is unpacked (br)", "br", brotliCompressSync(huge)],
  ["that grows when it is unpacked (zstd)", "zstd", zstdCompressSync(huge)],
])("a JSON response %s passes unread, and the journal says so", async (_, coding, body) => {
  const url = await upstream((_, response) => {
    json(response.setHeader("Content-Encoding", coding), body);
  });
  const proxy = await proxyTo(url, { fail: true });

  const received = await send(proxy, saveImage(png));

  expect(received.status).toBe(200);
  expect(received.body.equals(body)).toBe(true);
  const [entry] = (await send(proxy, { target: "/__mock/requests" })).json();
  expect(entry).toMatchObject({ verdict: "valid", violations: [] });
  expect(entry.notes).toEqual([expect.stringMatching(/not read: it has more than 4 MiB/)]);
});

test("a response that is not in the coding it names is told", async () => {
  const url = await upstream((_, response) => {
    json(response.setHeader("Content-Encoding", "gzip"), "167");
  });

  expect(violations(await send(await proxyTo(url), saveImage(png)))).toEqual([
    expect.stringMatching(
      /cannot be unpacked as its Content-Encoding says: incorrect header check/,
    ),
  ]);
});

test("headers that Connection names stay on their connection", async () => {
  const seen: string[][] = [];
  const url = await upstream((request, response) => {
    seen.push(Object.keys(request.headers));
    json(response, "167");
  });
  await send(await proxyTo(url), saveImage(png, { Connection: "close, X-Hop", "X-Hop": "1" }));

  expect(seen[0]).not.toContain("x-hop");
});

test.each(["nowhere", "ftp://host"])("%s is not a target", async (target) => {
  await expect(startProxy({ port: 0, target })).rejects.toThrow(/is not an address/);
});

function json(response: Parameters<RequestListener>[1], body: string | Buffer): void {
  response.setHeader("Content-Type", "application/json").end(body);
}

function violations({ headers }: Received): string[] {
  return JSON.parse([headers["x-contract-violations"] ?? "[]"].flat().join());
}

async function stateful(): Promise<Mock> {
  const mock = await startMock({ port: 0, stateful: true });
  open.push(mock);
  return mock;
}

async function proxyTo(target: string, options: Partial<ProxyOptions> = {}): Promise<string> {
  const proxy = await startProxy({ port: 0, target, ...options });
  open.push(proxy);
  return proxy.url;
}

function head(contentType: string, length: number): string {
  return `HTTP/1.1 200 OK\r\nContent-Type: ${contentType}\r\nContent-Length: ${length}\r\n\r\n`;
}

/** A target that sends these bytes at the first of a request and then breaks the connection, or stalls. */
async function rawUpstream(answer: string | Buffer, { stalls = false } = {}): Promise<string> {
  const server = listenRaw((socket) => {
    socket.on("error", () => undefined);
    open.push({ close: () => socket.destroy() });
    socket.once("data", () => {
      socket.write(answer, () => {
        if (!stalls) setTimeout(() => socket.resetAndDestroy(), 20);
      });
    });
  }).listen(0, "127.0.0.1");
  open.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function upstream(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  open.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
