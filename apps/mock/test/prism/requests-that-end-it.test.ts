import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { type Example, loadDocument, loadExchanges } from "@image-apis/spec";
import { afterEach, expect, test, vi } from "vitest";
import { newMockContext } from "../../src/mock-context.ts";
import { mockListener } from "../../src/mock-listener.ts";
import { mockApis } from "../../src/prism/mock-operation.ts";
import { useMock } from "../support/mock.ts";
import { addImages, basic, filePart, form, formType, png, saveImage } from "../support/requests.ts";
import { send } from "../support/send.ts";

/* Requests that end or hang a plain Prism, and their like. */

const mock = useMock();
afterEach(() => {
  vi.restoreAllMocks();
});

const hostileNames = [
  ["a semicolon", 'filename="a;b.png"'],
  ["an equals sign", 'filename="a=b.png"'],
  ["a backslash", 'filename="a\\q.png"'],
  ["an escaped quote", 'filename="a\\"b.png"'],
  ["a percent sign", 'filename="100%.png"'],
  ["letters beyond ASCII", 'filename="größe 图.png"'],
  ["a path", 'filename="../../etc/passwd"'],
  ["no quotes", "filename=a.png"],
  ["the form of RFC 5987", "filename*=UTF-8''a%20b.png"],
];

test.each(hostileNames)("takes a file name with %s", async (_, filename) => {
  const headers = [
    `Content-Disposition: form-data; name="file"; ${filename}`,
    "Content-Type: image/png",
  ];

  const received = await mock.send(addImages(form([{ headers, body: png }])));

  expect(received.status).toBe(200);
});

test("takes a file part without a Content-Type of its own", async () => {
  const headers = ['Content-Disposition: form-data; name="file"; filename="front.png"'];

  const received = await mock.send(addImages(form([{ headers, body: png }])));

  expect(received.status).toBe(200);
});

test("passes over a part without a name, and misses the one that is required", async () => {
  const headers = ['Content-Disposition: form-data; filename="front.png"'];

  const received = await mock.send(addImages(form([{ headers, body: png }])));

  expect(received.json().errors[0].code).toBe(8084);
});

test("refuses a form with a part that is not form data, rather than keep the rest without it", async () => {
  const parts = [{ headers: ["Content-Type: image/png"], body: png }, filePart(png)];

  expect((await mock.send(addImages(form(parts)))).status).toBe(400);
});

test("takes a form of ten thousand parts", async () => {
  const field = { headers: ['Content-Disposition: form-data; name="note"'], body: "x" };

  const received = await mock.send(addImages(form([...Array(10_000).fill(field), filePart(png)])));

  expect(received.status).toBe(200);
});

test("takes a body that arrives byte by byte", async () => {
  const body = form([filePart(png.subarray(0, 11_000))]);
  const { hostname, port } = new URL(mock.url());

  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = "";
    socket.setNoDelay(true);
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
    socket.write(
      `POST /v2/customers/565039505/setImage HTTP/1.1\r\nHost: mock\r\nConnection: close\r\nAuthorization: ${basic.Authorization}\r\nContent-Type: ${formType["Content-Type"]}\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    for (const byte of body) socket.write(Uint8Array.of(byte));
  });

  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
});

const broken: [string, Buffer, RegExp][] = [
  ["ends inside a file", form([filePart(png)]).subarray(0, 20_000), /before the closing boundary/],
  [
    "ends inside the headers of a part",
    form([filePart(png)]).subarray(0, 40),
    /before the closing boundary/,
  ],
  ["has another boundary than its Content-Type", form([filePart(png)], "other"), /boundary/],
  [
    "has a header line without a colon",
    form([{ headers: ["nonsense"], body: "x" }]),
    /headers of a part/,
  ],
  ["has a part without headers", form([{ headers: [], body: "x" }]), /headers of a part/],
  ["is not a form at all", Buffer.from(png), /boundary/],
];

test.each(broken)("answers 400 to a form that %s", async (_, body, detail) => {
  const received = await mock.send(addImages(body));

  expect(received.status).toBe(400);
  expect(received.mediaType).toBe("application/problem+json");
  expect(received.json().detail).toMatch(detail);
});

test.each(["multipart/form-data", "multipart/form-data; boundary="])(
  "answers 400 to the Content-Type %s and says what to do",
  async (type) => {
    const received = await mock.send(addImages(form([filePart(png)]), { "Content-Type": type }));

    expect(received.status).toBe(400);
    expect(received.json().detail).toMatch(/boundary/);
  },
);

test("answers 400 to invalid JSON", async () => {
  const received = await mock.send({
    method: "POST",
    target: "/v3/oauth/token/generate",
    headers: { "Content-Type": "application/json" },
    body: "{bad",
  });

  expect(received.status).toBe(400);
  expect(received.json().detail).toMatch(/^The body is not JSON: /);
});

test("answers 413 to JSON without an end", async () => {
  const received = await mock.send({
    method: "POST",
    target: "/v3/oauth/token/generate",
    headers: { "Content-Type": "application/json" },
    body: `"${"x".repeat(3_000_000)}"`,
  });

  expect(received.status).toBe(413);
});

test.each(["/api/v1/Person/%zz/Image", "/api/v1/Person/%/Image", "/v2/customers/%ff/setImage"])(
  "answers 400 to the malformed path %s",
  async (target) => {
    const received = await mock.send({ target, headers: basic });

    expect(received.status).toBe(400);
    expect(received.json().detail).toMatch(/^The path segment "%/);
  },
);

test.each(["//", "//host/path", "/?%zz", "/v2//setImage", "/%2F"])(
  "answers 404 to the path %s",
  async (target) => {
    expect((await mock.send({ target })).status).toBe(404);
  },
);

test.each(["image", "image/", "/png", ";", "image/png, image/png"])(
  "answers 415 to the Content-Type %s",
  async (type) => {
    expect((await mock.send(saveImage(png, { "Content-Type": type }))).status).toBe(415);
  },
);

test.each(["image", "*", ";q=1", "text/html;level", 'image/png;a="b,c"'])(
  "does not trip over the Accept header %s",
  async (accept) => {
    const received = await mock.send({
      target: "/api/v1/Person/123/ImageInfo",
      headers: { ...basic, Accept: accept },
    });

    expect(received.status).toBe(406);
  },
);

test("keeps its name spaces apart from those of JavaScript", async () => {
  const target = "/v2/customers/565039505?source=INSTORE&__proto__=1&constructor=2";

  expect((await mock.send({ target, headers: basic })).status).toBe(200);
});

test("takes every printable character in a file name of the path", async () => {
  const name = encodeURIComponent("a b;c=d,e(1)!*'~@/\\?#%+{x}[y]ü图.png");

  const received = await mock.send({
    method: "POST",
    target: `/api_gateway/file-service/rewards/${name}`,
    headers: { ...basic, "Content-Type": "image/png" },
    body: png,
  });

  expect(received.status).toBe(200);
});

test("outlives clients that go away in the middle of an upload, without a word", async () => {
  const complaint = vi.spyOn(console, "error");
  const { hostname, port } = new URL(mock.url());
  const body = form([filePart(png)]);
  const heads = [
    `POST /v2/customers/565039505/setImage HTTP/1.1\r\nContent-Type: ${formType["Content-Type"]}`,
    "PUT /api/v1/Person/123/Image HTTP/1.1\r\nContent-Type: image/png",
    "PUT /api/v1/Person/123/Image HTTP/1.1\r\nContent-Type: text/plain",
    "POST /v3/oauth/token/generate HTTP/1.1\r\nContent-Type: application/json",
  ];
  for (const head of heads) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        const rest = `Host: mock\r\nAuthorization: ${basic.Authorization}\r\nContent-Length: 999999`;
        socket.write(`${head}\r\n${rest}\r\n\r\n`);
        socket.write(body.subarray(0, 10_000), () => socket.destroy());
      });
      socket.once("close", () => resolve());
    });
  }

  expect((await mock.send({ target: "/__mock/health" })).status).toBe(200);
  expect(complaint).not.toHaveBeenCalled();
});

const refused: [string, string, Buffer, number][] = [
  ["without credentials", "PUT /api/v1/Person/123/Image HTTP/1.1", Buffer.from(png), 401],
  [
    "of a form that breaks off early",
    `POST /v2/customers/565039505/setImage HTTP/1.1\r\nAuthorization: ${basic.Authorization}\r\nContent-Type: ${formType["Content-Type"]}`,
    form([{ headers: [], body: "x" }, filePart(new Uint8Array(8_000_000))]),
    400,
  ],
  [
    "of too much JSON",
    "POST /v3/oauth/token/generate HTTP/1.1\r\nContent-Type: application/json",
    Buffer.alloc(8_000_000, " "),
    413,
  ],
];

test.each(refused)(
  "keeps a connection usable after a refusal %s",
  async (_, head, body, status) => {
    const { hostname, port } = new URL(mock.url());
    const answers = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("end", () => resolve(text));
      socket.on("error", reject);
      socket.write(`${head}\r\nHost: mock\r\nContent-Length: ${body.length}\r\n\r\n`);
      socket.write(body);
      socket.write("GET /__mock/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    });

    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual([`HTTP/1.1 ${status}`, "HTTP/1.1 200"]);
  },
);

test("a document that breaks a response costs that response, not the mock", async () => {
  const document = loadDocument("capillary");
  const { requestId } = (document.components.headers?.RequestId?.examples ?? {}) as Record<
    string,
    Example
  >;
  Object.assign(requestId ?? {}, { value: "two\nlines" });
  const exchanges = loadExchanges("capillary");
  const served = await mockApis([{ name: "capillary", document, exchanges }]);
  const server = createServer(mockListener(newMockContext(served)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const target = "/v2/customers/565039505?source=INSTORE";
  const answers = [await send(url, { target, headers: basic }), await send(url, { target })];
  server.close();

  expect(answers.map(({ status }) => status)).toEqual([500, 401]);
  expect(complaint).toHaveBeenCalledOnce();
});
