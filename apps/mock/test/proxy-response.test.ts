import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { eventually } from "@image-apis/testing/eventually";
import { afterEach, expect, test, vi } from "vitest";
import { type ProxyOptions, startProxy } from "../src/index.ts";
import { answering, type Behaviour, exchange, isWhole, rawTarget } from "./support/raw-target.ts";
import { basic } from "./support/requests.ts";
import { send } from "./support/send.ts";

/* What a client gets of a target's response, byte for byte where it is not said otherwise. */

const open: { close(): unknown }[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const one of open.splice(0).reverse()) await one.close();
});

async function behindProxy(behave: Behaviour, options: Partial<ProxyOptions> = {}, path = "") {
  const target = await rawTarget(behave);
  open.push(target);
  const proxy = await startProxy({ port: 0, target: `${target.url}${path}`, ...options });
  open.push(proxy);
  return { target: target.url, proxy: proxy.url };
}

const image = "/api/v1/Person/123/Image";
const get = (target: string, headers = "") =>
  `GET ${target} HTTP/1.1\r\nHost: proxy.example:4010\r\nConnection: close\r\n${headers}\r\n`;

const spellings = [
  "X-Contract-Violations",
  "x-contract-violations",
  "X-CONTRACT-VIOLATIONS",
  "X_Contract_Violations",
];

test.each(spellings)(
  "a target cannot say in our name that the exchange breaks a rule: %s",
  async (name) => {
    const { proxy } = await behindProxy(
      answering(
        `HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n${name}: 1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: image/gif\r\nTrailer: ${name}\r\n${name}: ["mine"]\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nGIF89a\r\n0\r\n${name}: x\r\n\r\n`,
      ),
    );

    const text = await exchange(proxy, get(image, "Authorization: Basic dTpw\r\n"));

    expect(text).toMatch(/^HTTP\/1\.1 103 /);
    expect(text).toMatch(/HTTP\/1\.1 200 OK/);
    expect(text).not.toMatch(/contract.violations/i);
  },
);

test("our own word about a rule stands beside none of the target's", async () => {
  const { proxy } = await behindProxy(
    answering('HTTP/1.1 418 No\r\nX-Contract-Violations: ["mine"]\r\nContent-Length: 0\r\n\r\n'),
  );

  const text = await exchange(proxy, get(image, "Authorization: Basic dTpw\r\n"));

  expect(text.match(/x-contract-violations: .*/gi)).toEqual([
    expect.stringMatching(/has status 418/),
  ]);
});

test.each([
  ["TARGET/tenant/a?b#c", "http://proxy.example:4010/a?b#c"],
  ["TARGET/tenant", "http://proxy.example:4010"],
  ["TARGET/tenant/", "http://proxy.example:4010/"],
  ["u:p@TARGET/tenant/a", "http://proxy.example:4010/a"],
  ["UPPER/tenant/a", "http://proxy.example:4010/a"],
  ["//HOST/tenant/a", "http://proxy.example:4010/a"],
  ["/tenant/a", "/a"],
  ["/tenant", "/"],
  ["/tenant//elsewhere.example/a", "http://proxy.example:4010//elsewhere.example/a"],
  ["/tenant/\\elsewhere.example/a", "http://proxy.example:4010//elsewhere.example/a"],
  ["/x/../tenant/.//elsewhere.example/a", "http://proxy.example:4010//elsewhere.example/a"],
  ["a?b", "a?b"],
  ["?b", "?b"],
  ["TARGET/tenants/a", "TARGET/tenants/a"],
  ["/elsewhere", "/elsewhere"],
  ["https://elsewhere.example/tenant/a", "https://elsewhere.example/tenant/a"],
])("the Location %s becomes %s", async (location, expected) => {
  let url = "";
  const real = (text: string) =>
    text
      .replace(/^u:p@TARGET/, url.replace("//", "//u:p@"))
      .replace("TARGET", url)
      .replace("UPPER", url.toUpperCase())
      .replace("HOST", url.replace("http://", ""));
  const { target, proxy } = await behindProxy(
    (socket, text) => {
      if (!isWhole(text)) return;
      const value = real(location);
      socket.write(
        `HTTP/1.1 302 Found\r\nLocation: ${value}\r\nContent-Location: ${value}\r\nLink: <${value}>; rel=next, <x>; rel=prev\r\nContent-Length: 0\r\n\r\n`,
      );
    },
    {},
    "/tenant",
  );
  url = target;

  const text = await exchange(proxy, get("/x"));

  expect(text).toContain(`\r\nLocation: ${real(expected)}\r\n`);
  expect(text).toContain(`\r\nContent-Location: ${real(expected)}\r\n`);
  expect(text).toContain(`\r\nLink: <${real(expected)}>; rel=next, <x>; rel=prev\r\n`);
});

const askers = [
  ["Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n", true],
  ["Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: iframe\r\nAccept: */*\r\n", true],
  ["Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n", true],
  ["Origin: https://elsewhere.example\r\n", true],
  ["Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n", true],
  ["User-Agent: Mozilla/5.0 (X11; Linux x86_64)\r\nAccept: image/*\r\n", true],
  ["Sec-Fetch-Mode: cors\r\nUser-Agent: node\r\nAccept: */*\r\n", false],
  ["User-Agent: curl/8.5.0\r\nAccept: */*\r\n", false],
  ["", false],
] as const;

test.each(askers)(
  "what a browser may open of a target has no part in our origin, programs get it as it is: %j",
  async (headers, isBrowser) => {
    const own = "default-src 'self'";
    const { proxy } = await behindProxy(
      answering(
        `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Security-Policy: ${own}\r\nContent-Length: 2\r\n\r\nhi`,
      ),
    );

    const text = await exchange(proxy, get("/x", headers));

    const policies = [...text.matchAll(/^Content-Security-Policy: (.*)$/gm)].map(([, it]) =>
      it?.trim(),
    );
    const sandbox = expect.stringMatching(/^sandbox (?!.*allow-same-origin)/);
    expect(policies).toEqual([own, ...(isBrowser ? [sandbox] : [])]);
  },
);

test("trailers pass, without those that belong into headers", async () => {
  const { proxy } = await behindProxy(
    answering(
      "HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 1\r\nSet-Cookie: a=b\r\nX-Sum: 2\r\n\r\n",
    ),
  );

  const text = await exchange(proxy, get("/x"));

  expect(text).toMatch(/\r\nTrailer: X-Sum\r\n/);
  expect(text).toMatch(/3\r\nabc\r\n0\r\nX-Sum: 1\r\nX-Sum: 2\r\n\r\n$/);
});

test.each([
  ["HEAD", "HEAD /x HTTP/1.1\r\nHost: p\r\nConnection: close\r\n\r\n"],
  ["HTTP/1.0", "GET /x HTTP/1.0\r\nHost: p\r\n\r\n"],
])("a response with trailers reaches %s without them", async (method, request) => {
  const body = method === "HEAD" ? "" : "3\r\nabc\r\n0\r\nX-Sum: 1\r\n\r\n";
  const { proxy } = await behindProxy(
    answering(
      `HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\nLink: <x>\r\n\r\n${body}`,
    ),
  );

  const text = await exchange(proxy, request);

  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(text).not.toMatch(/x-sum/i);
  expect(text.endsWith(method === "HEAD" ? "\r\n\r\n" : "\r\n\r\nabc")).toBe(true);
});

test("interim responses pass as they come, but to HTTP/1.0", async () => {
  const hints = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\nX-Odd: 1\r\n\r\n";
  const { proxy } = await behindProxy(
    answering(
      `${hints}HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n`,
    ),
  );

  const text = await exchange(proxy, get("/x"));
  expect(text.startsWith(`${hints}HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\n`)).toBe(true);

  expect(await exchange(proxy, "GET /x HTTP/1.0\r\nHost: p\r\n\r\n")).toMatch(/^HTTP\/1\.1 200 /);
});

test("a response's headers are not removed because its Connection names them", async () => {
  const { proxy } = await behindProxy(
    answering(
      "HTTP/1.1 200 OK\r\nConnection: Content-Length, Set-Cookie, X-Hop\r\nSet-Cookie: a=b\r\nX-Hop: 1\r\nContent-Length: 3\r\n\r\nabc",
    ),
  );

  const text = await exchange(proxy, get("/x"));

  expect(text).toMatch(/\r\nContent-Length: 3\r\n/);
  expect(text).toMatch(/\r\nSet-Cookie: a=b\r\n/);
  expect(text).not.toMatch(/x-hop/i);
});

test.each([
  ["https://user:secret@host/path", /has a user or a password/],
  ["https://user@host", /has a user or a password/],
  ["https://@host", /has a user or a password/],
  ["https://host/path?key=secret", /has a query/],
  ["https://host?", /has a query/],
  ["https://host/path#secret", /has a fragment/],
  ["https://user:secret@host/?a=secret#secret", /a user or a password and a query and a fragment/],
  ["https://user:secret@", /is not an address/],
  ["https:host", /is not an address/],
])("%s is not a target, and the error repeats nothing secret", async (target, expected) => {
  const error = await startProxy({ port: 0, target }).then(
    () => undefined,
    (it: Error) => it,
  );

  expect(error?.message).toMatch(expected);
  expect(error?.message).not.toContain("secret");
});

const hostile: [what: string, answer: string | Buffer, expected: RegExp][] = [
  [
    "answers with a length that is too long",
    "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
    /^HTTP\/1\.1 200 .*\r\n\r\nabc$/s,
  ],
  [
    "answers with a length that is too short",
    "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nabc",
    /\r\n\r\na$/,
  ],
  [
    "answers with both framings",
    "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    /^HTTP\/1\.1 502 /,
  ],
  [
    "answers with two lengths",
    "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 3\r\n\r\nabc",
    /^HTTP\/1\.1 502 /,
  ],
  [
    "answers twice",
    "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 201 No\r\nContent-Length: 1\r\n\r\nb",
    /^HTTP\/1\.1 (?:200 .*\r\n\r\na|502 .*)$/s,
  ],
  [
    "sends interim responses without an end",
    "HTTP/1.1 102 Processing\r\n\r\n".repeat(5000),
    /HTTP\/1\.1 502 /,
  ],
  [
    "has headers that are too long",
    `HTTP/1.1 200 OK\r\nX-A: ${"x".repeat(40_000)}\r\n\r\n`,
    /^HTTP\/1\.1 502 /,
  ],
  ["has headers without an end", Buffer.alloc(3_000_000, "x: y\r\n"), /^HTTP\/1\.1 502 /],
  [
    "sends early hints that are none",
    "HTTP/1.1 103 Early Hints\r\nLink: \u0001 nonsense\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    /HTTP\/1\.1 (?:200|502) /,
  ],
  ["packs its JSON into itself many times", packed(40), /HTTP\/1\.1 200 /],
  [
    "has a coding that would get lost",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    /^HTTP\/1\.1 502 /,
  ],
  [
    "has more headers than are looked at",
    `HTTP/1.1 200 OK\r\n${"a:\r\n".repeat(1100)}Content-Length: 3\r\n\r\nabc`,
    /^HTTP\/1\.1 502 /,
  ],
  ["has a status that is none", "HTTP/1.1 099 OK\r\nContent-Length: 0\r\n\r\n", /^HTTP\/1\.1 502 /],
  [
    "gives an empty response a length",
    "HTTP/1.1 204 No\r\nContent-Length: 5\r\n\r\nhello",
    /^HTTP\/1\.1 204 No\r\n(?!.*(?:content-length|hello)).*$/is,
  ],
  [
    "gives an interim response a length",
    "HTTP/1.1 103 Early\r\nContent-Length: 5\r\nLink: <x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    /^HTTP\/1\.1 103 Early Hints\r\nLink: <x>\r\n\r\nHTTP\/1\.1 200 /,
  ],
  ["speaks something else", "SSH-2.0-OpenSSH_9.6\r\n", /^HTTP\/1\.1 502 /],
];

test.each(hostile)("outlives a target that %s", async (_, answer, expected) => {
  const complaint = vi.spyOn(console, "error");
  const { proxy } = await behindProxy((socket, text) => {
    if (isWhole(text)) socket.end(answer);
  });

  const text = await exchange(
    proxy,
    get("/api/v1/Person/123/ImageInfo", "Authorization: Basic dTpw\r\n"),
  );

  expect(text).toMatch(expected);
  expect(text.match(/HTTP\/1\.1 [2-5]/g)).toHaveLength(1);
  expect((await send(proxy, { target: "/__mock/health" })).status).toBe(200);
  expect((await send(proxy, { target: "/__mock/requests" })).json()).toHaveLength(1);
  expect(complaint).not.toHaveBeenCalled();
});

test("with --fail a target that never stops is let go", async () => {
  const sockets: Socket[] = [];
  const { proxy } = await behindProxy(
    (socket) => {
      sockets.push(socket);
      socket.write(
        "HTTP/1.1 418 No\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n",
      );
      const more = () => !socket.destroyed && socket.write(`1000\r\n${"x".repeat(4096)}\r\n`, more);
      more();
    },
    { fail: true },
  );

  expect((await send(proxy, { target: image, headers: basic })).status).toBe(502);
  await eventually(() => expect(sockets[0]?.destroyed).toBe(true));
});

test("a response before the end of the request is the one that the client gets", async () => {
  const { proxy } = await behindProxy((socket, text) => {
    if (!text.includes("HTTP/1.1 401"))
      socket.write("HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\nno");
    socket.pause();
  });
  const headers = { ...basic, "Content-Type": "image/png" };
  const body = Buffer.alloc(20_000_000);

  const received = await send(proxy, { method: "PUT", target: image, headers, body });

  expect([received.status, received.body.toString()]).toEqual([401, "no"]);
});

/** JSON that is compressed again and again, and says so. */
function packed(times: number): Buffer {
  let body = Buffer.from("{}");
  for (let at = 0; at < times; at++) body = gzipSync(body);
  const codings = Array(times).fill("gzip").join(", ");
  return Buffer.concat([
    Buffer.from(
      `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: ${codings}\r\nContent-Length: ${body.length}\r\n\r\n`,
    ),
    body,
  ]);
}
