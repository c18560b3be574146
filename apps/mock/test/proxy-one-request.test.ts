import type { Buffer } from "node:buffer";
import { afterEach, expect, test } from "vitest";
import { startProxy } from "../src/index.ts";
import { answering, emptyResponse, exchange, rawClient, rawTarget } from "./support/raw-target.ts";
import { send } from "./support/send.ts";

/*
 * One request goes on as one request: whatever its framing and its Connection header say, the target is sent one
 * request with the same body, or nothing.
 */

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function behindProxy(answer: string | Buffer = emptyResponse) {
  const target = await rawTarget(answering(answer));
  open.push(target);
  const proxy = await startProxy({ port: 0, target: target.url });
  open.push(proxy);
  return { target, proxy: proxy.url };
}

const hidden = "GET /hidden HTTP/1.1\r\nHost: target\r\n\r\n";
const path = "/api/v1/Person/123/Image";
const put = (headers: string, body: string) =>
  `PUT ${path} HTTP/1.1\r\nHost: proxy\r\nAuthorization: Basic dTpw\r\nContent-Type: image/png\r\n${headers}\r\n\r\n${body}`;
const length = `Content-Length: ${hidden.length}`;
const chunks = `${hidden.length.toString(16)}\r\n${hidden}\r\n0\r\n`;

const refused: [what: string, bytes: string, status: number][] = [
  ["Connection: Content-Length", put(`Connection: Content-Length\r\n${length}`, hidden), 400],
  ["its name in odd case", put(`cOnNeCtIoN: cOnTeNt-LeNgTh\r\n${length}`, hidden), 400],
  [
    "its name among others",
    put(`Connection: keep-alive,\tcontent-length , x-hop\r\n${length}`, hidden),
    400,
  ],
  [
    "its name in a second Connection",
    put(`Connection: keep-alive\r\nConnection: Content-Length\r\n${length}`, hidden),
    400,
  ],
  [
    "Connection: Transfer-Encoding",
    put("Connection: Transfer-Encoding\r\nTransfer-Encoding: chunked", `${chunks}\r\n`),
    400,
  ],
  ["Connection: Host", put("Connection: close, Host", ""), 400],
  ["Connection: Authorization", put("Connection: close, Authorization", ""), 400],
  ["Connection: Cookie", put("Connection: Cookie\r\nCookie: a=b", ""), 400],
  ["Connection: Content-Type", put("Connection: Content-Type", ""), 400],
  ["Connection: Expect", put(`Connection: Expect\r\n${length}`, hidden), 400],
  ["a documented parameter", put("Connection: so-language\r\nSO-Language: en", ""), 400],
  [
    "documented credentials",
    put("Connection: X-CAP-API-OAUTH-TOKEN\r\nX-CAP-API-OAUTH-TOKEN: t", ""),
    400,
  ],
  [
    "a header that says where a request is from",
    put("Connection: X-Forwarded-For\r\nX-Forwarded-For: 10.0.0.1", ""),
    400,
  ],
  [
    "a header that changes the method",
    put("Connection: X-HTTP-Method-Override\r\nX-HTTP-Method-Override: GET", ""),
    400,
  ],
  ["a name that is none", put('Connection: "content-length"', ""), 400],
  ["both framings", put(`${length}\r\nTransfer-Encoding: chunked`, `${chunks}\r\n`), 400],
  [
    "both framings, the other way round",
    put(`Transfer-Encoding: chunked\r\n${length}`, `${chunks}\r\n`),
    400,
  ],
  ["two lengths", put(`${length}\r\nContent-Length: 0`, hidden), 400],
  ["one length twice", put(`${length}\r\n${length}`, hidden), 400],
  ["a list of lengths", put(`Content-Length: ${hidden.length}, ${hidden.length}`, hidden), 400],
  ["a length with a sign", put(`Content-Length: +${hidden.length}`, hidden), 400],
  ["a coding that would get lost", put("Transfer-Encoding: gzip, chunked", `${chunks}\r\n`), 501],
  ["one coding twice", put("Transfer-Encoding: chunked, chunked", `${chunks}\r\n`), 400],
  [
    "a coding in two headers",
    put("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked", `${chunks}\r\n`),
    501,
  ],
  ["a coding that is none", put("Transfer-Encoding: xchunked", hidden), 400],
  ["chunked not at the end", put("Transfer-Encoding: chunked, gzip", hidden), 400],
  ["a space before the colon", put(`Content-Length : ${hidden.length}`, hidden), 400],
  ["lines that end in LF alone", `PUT ${path} HTTP/1.1\nHost: proxy\nContent-Length: 0\n\n`, 400],
  [
    "a header line that ends in LF alone",
    put(`X-A: 1\nTransfer-Encoding: chunked`, `${chunks}\r\n`),
    400,
  ],
  [
    "chunks of HTTP/1.0",
    "POST /x HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    400,
  ],
  ["a length with an underscore", put("Content_Length: 5", ""), 400],
  ["a coding with an underscore", put("TRANSFER_ENCODING: chunked", ""), 400],
  ["a fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["more headers than are looked at", put(`${"a:\r\n".repeat(1100)}${length}`, hidden), 431],
  ["two Host headers", `GET ${path} HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n`, 400],
  ["a target that is another scheme's", `GET ftp://a/${path} HTTP/1.1\r\nHost: a\r\n\r\n`, 400],
  ["* for another method than OPTIONS", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", 400],
];

test.each(refused)("%s is refused, and nothing of it is forwarded", async (_, bytes, status) => {
  const { target, proxy } = await behindProxy();

  const text = await exchange(proxy, bytes, (text) => isResponse(text));

  expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(text).toMatch(/content-type: application\/problem\+json/i);
  expect(target.connections.join("")).toBe("");
  // What followed on the connection is not answered as a request of its own.
  expect(text.match(/HTTP\/1\.1 /g)).toHaveLength(1);
});

const forwarded: [what: string, bytes: string, wire: RegExp[], not: RegExp][] = [
  [
    "a length",
    put(length, hidden),
    [/\r\nContent-Length: 38\r\n/, /\r\n\r\nGET \/hidden/],
    /transfer-encoding/i,
  ],
  [
    "chunks",
    put("Transfer-Encoding: chunked", `${chunks}\r\n`),
    [/\r\nTransfer-Encoding: chunked\r\n/, /\r\n0\r\n\r\n$/],
    /content-length/i,
  ],
  [
    "chunks in odd case, with an extension",
    put("tRANSFER-eNCODING: CHUNKED", `5;a=b\r\nhello\r\n0;c\r\n\r\n`),
    [/Transfer-Encoding: chunked\r\n/, /\r\n5\r\nhello\r\n0\r\n\r\n$/],
    /a=b/,
  ],
  [
    "chunks with trailers",
    put(
      "Trailer: X-Sum, Cookie\r\nTransfer-Encoding: chunked",
      "5\r\nhello\r\n0\r\nX-Sum: 1\r\nCookie: c=7\r\nAuthorization: x\r\n\r\n",
    ),
    [/\r\nTrailer: X-Sum\r\n/, /\r\n0\r\nX-Sum: 1\r\n\r\n$/],
    /Cookie|Authorization: x/,
  ],
  ["no body", put("X-A: 1", ""), [/\r\nContent-Length: 0\r\n/], /transfer-encoding/i],
  [
    "no body where none is usual",
    `DELETE ${path} HTTP/1.1\r\nHost: proxy\r\n\r\n`,
    [/^DELETE /],
    /content-length|transfer-encoding/i,
  ],
  [
    "a GET with a body",
    `GET ${path} HTTP/1.1\r\nHost: proxy\r\nContent-Length: 5\r\n\r\nhello`,
    [/\r\n\r\nhello$/],
    /transfer-encoding/i,
  ],
  [
    "a DELETE with chunks",
    `DELETE ${path} HTTP/1.1\r\nHost: proxy\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
    [/\r\n5\r\nhello\r\n0\r\n\r\n$/],
    /content-length/i,
  ],
  [
    "a header of one connection",
    put("Connection: close, X-Hop\r\nX-Hop: 1\r\nX-Kept: 2", ""),
    [/\r\nX-Kept: 2\r\n/],
    /x-hop/i,
  ],
  [
    "headers that are those of a connection",
    put(
      "Keep-Alive: timeout=9\r\nProxy-Connection: keep-alive\r\nTE: trailers\r\nProxy-Authorization: Basic eA==",
      "",
    ),
    [/^PUT /],
    /keep-alive:|proxy-|\r\nte:/i,
  ],
  [
    "a wish to upgrade",
    put(`Connection: Upgrade\r\nUpgrade: websocket\r\n${length}`, hidden),
    [/\r\n\r\nGET \/hidden/],
    /upgrade/i,
  ],
  [
    "a wish for HTTP/2",
    put(
      "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
      "",
    ),
    [/^PUT /],
    /upgrade|http2/i,
  ],
  [
    "names in odd case and in their order",
    put("x-B: 1\r\nX-a: 2\r\nx-B: 3", ""),
    [/\r\nx-B: 1\r\nX-a: 2\r\nx-B: 3\r\n/],
    /x-b: 1, 3/i,
  ],
  [
    "repeated headers",
    put("Accept: a/b\r\nAccept: c/d\r\nCookie: a=1\r\nCookie: b=2", ""),
    [/\r\nAccept: a\/b\r\nAccept: c\/d\r\nCookie: a=1\r\nCookie: b=2\r\n/],
    /a\/b, /,
  ],
  ["bytes above ASCII", put("X-Name: gr\xf6\xdfe", ""), [/\r\nX-Name: gr\xf6\xdfe\r\n/], /\?/],
  [
    "an absolute target",
    `GET http://elsewhere.example${path}?w=1 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n`,
    [/^GET \/api\/v1\/Person\/123\/Image\?w=1 HTTP\/1\.1\r\nHost: 127\.0\.0\.1:\d+\r\n/],
    /elsewhere/,
  ],
  [
    "an absolute target without a path",
    "GET http://elsewhere.example?w=1 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n",
    [/^GET \/\?w=1 HTTP/],
    /elsewhere/,
  ],
  [
    "two slashes",
    `GET //elsewhere.example/ HTTP/1.1\r\nHost: proxy\r\n\r\n`,
    [/^GET \/\/elsewhere\.example\/ HTTP/],
    /Host: else/,
  ],
  ["OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: proxy\r\n\r\n", [/^OPTIONS \* HTTP/], /\/\*/],
  [
    "a path and a query as they were written",
    "GET /%61/./b/../c?a=%41&&b HTTP/1.1\r\nHost: proxy\r\n\r\n",
    [/^GET \/%61\/\.\/b\/\.\.\/c\?a=%41&&b HTTP/],
    /xxx/,
  ],
  [
    "a client that waits to be told to go on",
    put(`Expect: 100-continue\r\n${length}`, ""),
    [/\r\n\r\nGET \/hidden/],
    /expect/i,
  ],
];

test.each(forwarded)("%s: one request, as it was sent", async (what, bytes, wire, not) => {
  const { target, proxy } = await behindProxy();

  const waits = what.includes("waits");
  const text = waits
    ? await waiting(proxy, bytes, hidden)
    : await exchange(proxy, bytes, (text) => isResponse(text));

  expect(text).toMatch(/HTTP\/1\.1 200 /);
  expect(target.connections).toHaveLength(1);
  const [sent = ""] = target.connections;
  for (const one of wire) expect(sent).toMatch(one);
  expect(sent).not.toMatch(not);
  expect(sent.match(/^host:/gim)).toHaveLength(
    what === "OPTIONS *" || !sent.includes("/hidden") ? 1 : 2,
  );
  const [entry] = (await send(proxy, { target: "/__mock/requests" })).json();
  expect(entry.answer.status).toBe(200);
});

test("two requests on one connection stay two, in their order", async () => {
  const { target, proxy } = await behindProxy();

  const text = await exchange(
    proxy,
    put(length, hidden) + put("X-Second: 1", ""),
    (text) => (text.match(/HTTP\/1\.1 200/g) ?? []).length === 2,
  );

  expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
  const all = target.connections.join("");
  expect(all.match(/PUT /g)).toHaveLength(2);
  expect((await send(proxy, { target: "/__mock/requests" })).json()).toHaveLength(2);
});

test("a refused request is in the journal, with the reason", async () => {
  const { proxy } = await behindProxy();
  await exchange(proxy, put(`Connection: Content-Length\r\n${length}`, hidden), isResponse);

  const [entry, ...others] = (await send(proxy, { target: "/__mock/requests" })).json();

  expect(others).toEqual([]);
  expect(entry).toMatchObject({ verdict: "malformed", answer: { status: 400 } });
  expect(entry.violations).toEqual([expect.stringMatching(/^Connection names "content-length"/)]);
});

/** Whether a text holds a whole final response. */
function isResponse(text: string): boolean {
  const final = text.replace(/^HTTP\/1\.1 1\d\d [\s\S]*?\r\n\r\n/, "");
  const head = final.indexOf("\r\n\r\n");
  if (head === -1) return false;
  const length = Number(/^content-length: (\d+)/im.exec(final)?.[1] ?? 0);
  return final.length >= head + 4 + length;
}

/** Sends the body once the response 100 came. */
async function waiting(url: string, head: string, body: string): Promise<string> {
  const socket = await rawClient(url, head);
  let text = "";
  await new Promise<void>((resolve) => {
    socket.on("data", (chunk) => {
      if (text === "") socket.write(body);
      text += chunk.toString("latin1");
      if (isResponse(text)) resolve();
    });
  });
  socket.destroy();
  return text;
}
