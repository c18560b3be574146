import { eventually } from "@image-apis/testing/eventually";
import { afterEach, expect, test } from "vitest";
import { startMock, startProxy } from "../src/index.ts";
import type { JournalEntry } from "../src/journal/entry.ts";
import { useMock } from "./support/mock.ts";
import { openRaw, statuses } from "./support/raw-connection.ts";
import { basic } from "./support/requests.ts";
import { control, send } from "./support/send.ts";

const mock = useMock();
afterEach(() => mock.send({ method: "DELETE", target: "/__mock/requests", headers: control }));

const auth = `Authorization: ${basic.Authorization}\r\n`;
const target = "/api/v1/Person/123/ImageInfo";
const line = { method: "GET", target };
const unknown = { method: "", target: "" };

/** What it is, its bytes, its response, what the journal has of it. */
const malformed: [string, string, number, RegExp, { method: string; target: string }][] = [
  ["no HTTP", "nonsense\r\n\r\n", 400, /not HTTP/, unknown],
  [
    "an unknown method",
    "BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n",
    400,
    /not HTTP/,
    { method: "BREW", target: "/pot" },
  ],
  ["an older HTTP", "GET /\r\n\r\n", 505, /HTTP 0\.9/, { method: "GET", target: "/" }],
  ["TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, /not HTTP/, unknown],
  [
    "a header without a colon",
    `GET ${target} HTTP/1.1\r\nHost: a\r\nX\r\n\r\n`,
    400,
    /not HTTP/,
    line,
  ],
  [
    "a space before the colon",
    `GET ${target} HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n`,
    400,
    /not HTTP/,
    line,
  ],
  [
    "two lengths",
    `POST ${target} HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`,
    400,
    /not HTTP/,
    { ...line, method: "POST" },
  ],
  [
    "a length and chunks",
    `POST ${target} HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
    400,
    /not HTTP/,
    { ...line, method: "POST" },
  ],
  [
    "headers of more than 16 KB",
    `GET ${target} HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(17_000)}\r\n\r\n`,
    431,
    /16 KB/,
    line,
  ],
  [
    "a target of more than 16 KB",
    `GET /${"x".repeat(17_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    431,
    /16 KB/,
    unknown,
  ],
  ["no host", `GET ${target} HTTP/1.1\r\n${auth}\r\n`, 400, /no Host header/, line],
  [
    "two hosts",
    `GET ${target} HTTP/1.1\r\nHost: a\r\n${auth}Host: b\r\n\r\n`,
    400,
    /2 Host headers/,
    line,
  ],
  [
    "an odd expectation",
    `GET ${target} HTTP/1.1\r\nHost: a\r\n${auth}Expect: a-miracle\r\n\r\n`,
    417,
    /a-miracle/,
    line,
  ],
  [
    "CONNECT",
    "CONNECT a.example:443 HTTP/1.1\r\nHost: a.example\r\n\r\n",
    405,
    /not a proxy/,
    { method: "CONNECT", target: "a.example:443" },
  ],
];

test.each(malformed)("%s gets problem details and a line in the journal", async (...row) => {
  const [, bytes, status, detail, shown] = row;
  const { socket, text } = await openRaw(mock.url());
  socket.write(bytes, "latin1");
  await eventually(() => expect(text()).toMatch(/\r\n\r\n\{.*\}$/s));
  socket.destroy();

  expect(statuses(text())).toEqual([status]);
  expect(text()).toMatch(/\r\ncontent-type: application\/problem\+json\r\n/i);
  const body = JSON.parse(text().slice(text().indexOf("\r\n\r\n")));
  expect(body).toMatchObject({ status, detail: expect.stringMatching(detail) });
  const entries = await journal();
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    ...shown,
    verdict: "malformed",
    violations: [body.detail],
    why: body.detail,
    answer: { status, mediaType: "application/problem+json" },
  });
});

test("a malformed body is the request's own line, with its operation", async () => {
  const { socket, ended } = await openRaw(mock.url());
  socket.write(
    `PUT /api/v1/Person/123/Image HTTP/1.1\r\nHost: a\r\n${auth}Content-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\nnope\r\n`,
  );
  expect(statuses(await ended)).toEqual([400]);
  socket.destroy();

  await eventually(async () => {
    expect(await journal()).toMatchObject([
      {
        operationId: "savePersonImage",
        verdict: "malformed",
        answer: { status: 400 },
        violations: [expect.stringMatching(/^The request is not HTTP/)],
      },
    ]);
  });
});

test("headers that do not end in time are 408, and the connection is closed", async () => {
  const slow = await startMock({ port: 0, timeLimit: 300 });
  const { socket, ended } = await openRaw(slow.url);
  socket.write(`GET ${target} HTTP/1.1\r\nHost: a\r\n`);

  expect(statuses(await ended)).toEqual([408]);
  expect((await send(slow.url, { target: "/__mock/requests" })).json()).toMatchObject([
    { verdict: "malformed", answer: { status: 408 } },
  ]);
  socket.destroy();
  await slow.close();
});

test("a client that leaves in the middle of its headers is journalled as aborted", async () => {
  const { socket } = await openRaw(mock.url());
  socket.write(`GET ${target} HTTP/1.1\r\nHost: a\r\n`);
  socket.end();

  await eventually(async () => expect(await journal()).toMatchObject([{ verdict: "aborted" }]));
  socket.destroy();
});

test.each(["", "nope\r\n"])(
  "what follows an early refusal, %j, has no line of its own",
  async (rest) => {
    const { socket, text, ended } = await openRaw(mock.url());
    socket.write(
      `PUT /api/v1/Person/123/Image HTTP/1.1\r\n${auth}Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    await eventually(() => expect(text()).toMatch(/no Host header/));
    socket.end(rest);

    expect(statuses(await ended)).toEqual([400]);
    expect(await journal()).toHaveLength(1);
  },
);

test("a connection that brings nothing is not a request", async () => {
  const { socket, ended } = await openRaw(mock.url());
  socket.end();
  await ended;

  expect(await journal()).toEqual([]);
});

test("the lines of malformed requests hold no credentials", async () => {
  for (const bytes of [
    `GET ${target}?access_token=S3CRET HTTP/1.1\r\nX\r\nAuthorization: Bearer S3CRET\r\n\r\n`,
    `S3CRET /x HTTP/1.1\r\nAuthorization: Basic S3CRET\r\n\r\n`,
    `GET ${target}?access_token=S3CRET HTTP/1.1\r\nAuthorization: Bearer S3CRET\r\n\r\n`,
  ]) {
    const { socket, text } = await openRaw(mock.url());
    socket.write(bytes);
    await eventually(() => expect(text()).toMatch(/\}$/));
    socket.destroy();
  }

  expect(await journal()).toHaveLength(3);
  expect(JSON.stringify(await journal())).not.toContain("Bearer S3CRET");
  expect(JSON.stringify(await journal())).not.toContain("access_token=S3CRET");
});

test("the proxy answers and notes them likewise, and sends none to its target", async () => {
  const proxy = await startProxy({ port: 0, target: mock.url() });
  for (const [, bytes, status] of malformed) {
    const { socket, text } = await openRaw(proxy.url);
    socket.write(bytes, "latin1");
    await eventually(() => expect(text()).toMatch(/\r\n\r\n\{.*\}$/s));
    socket.destroy();
    expect(statuses(text())).toEqual([status]);
  }

  const entries: JournalEntry[] = (await send(proxy.url, { target: "/__mock/requests" })).json();
  expect(entries.map(({ answer }) => answer?.status)).toEqual(malformed.map((it) => it[2]));
  expect(await journal()).toEqual([]);
  await proxy.close();
});

async function journal(): Promise<JournalEntry[]> {
  return (await mock.send({ target: "/__mock/requests" })).json();
}
