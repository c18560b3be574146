import { once } from "node:events";
import type { OutgoingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Listening, startMock, startProxy } from "../src/index.ts";
import { basic, png, saveImage } from "./support/requests.ts";
import { control, type Sent, send } from "./support/send.ts";

const info = "/api/v1/Person/123/ImageInfo";
const reads = [
  "/__mock",
  "/__mock/requests",
  "/__mock/state",
  "/__mock/coverage",
  "/__mock/faults",
  "/__mock/worlds",
  "/__mock/health",
  "/__mock/openapi/capillary.json",
  "/__mock/inspector.js",
  "/__mock/events",
];
const changes = [
  { method: "POST", target: "/__mock/reset" },
  { method: "DELETE", target: "/__mock/requests" },
  { method: "DELETE", target: "/__mock/coverage" },
  { method: "POST", target: "/__mock/faults", body: '{"fault":503}' },
  { method: "DELETE", target: "/__mock/faults" },
  { method: "DELETE", target: "/__mock/worlds" },
];
/** What a browser says of a page elsewhere, in any of its ways. */
const elsewhere: [string, OutgoingHttpHeaders][] = [
  ["a foreign origin", { Origin: "https://evil.example" }],
  ["the origin null", { Origin: "null" }],
  ["another port of this machine", { Origin: "http://127.0.0.1:1" }],
  ["a cross-site request without an origin", { "Sec-Fetch-Site": "cross-site" }],
  ["a same-site request", { "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors" }],
  ["an origin that only the site belies", { "Sec-Fetch-Site": "same-origin", Origin: "null" }],
];

let mock: Listening;
beforeAll(async () => {
  mock = await startMock({ port: 0, stateful: true });
});
afterAll(() => mock.close());

const corsOf = (headers: object) =>
  Object.keys(headers).filter((name) => name.startsWith("access-control-"));

describe.each(elsewhere)("%s", (_, headers) => {
  test.each(reads)("cannot read %s", async (target) => {
    const received = await send(mock.url, { target, headers });

    expect([received.status, received.mediaType]).toEqual([403, "application/problem+json"]);
    expect(corsOf(received.headers)).toEqual([]);
  });

  test.each(changes)("cannot send $method $target", async (change) => {
    await send(mock.url, saveImage(png));
    const before = await everything();
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/json"]) {
      const received = await send(mock.url, {
        ...change,
        headers: { ...headers, "Content-Type": type },
        body: "x=1",
      });
      expect([received.status, corsOf(received.headers)]).toEqual([403, []]);
    }

    expect(await everything()).toEqual(before);
  });
});

test.each(changes)("a preflight for $method $target is allowed nothing", async (change) => {
  const received = await send(mock.url, {
    method: "OPTIONS",
    target: change.target,
    headers: {
      Origin: "https://evil.example",
      "Access-Control-Request-Method": change.method,
      "Access-Control-Request-Headers": "x-mock-control",
    },
  });

  expect([received.status, corsOf(received.headers)]).toEqual([403, []]);
});

test.each(changes)("a program needs the header for $method $target", async (change) => {
  const refused = await send(mock.url, change);
  expect(refused.status).toBe(403);
  expect(refused.json().detail).toMatch(/Send the header X-Mock-Control: 1/);
  expect((await send(mock.url, { ...change, headers: { "X-Mock-Control": "yes" } })).status).toBe(
    403,
  );

  expect((await send(mock.url, { ...change, headers: control })).status).toBe(204);
});

test.each(changes)("the page of the mock may send $method $target", async (change) => {
  for (const headers of [
    { Origin: mock.url },
    { "Sec-Fetch-Site": "same-origin" },
    { "Sec-Fetch-Site": "same-origin", Origin: mock.url },
  ]) {
    expect((await send(mock.url, { ...change, headers })).status).toBe(204);
  }
});

test("a link from elsewhere opens the page, and an address that is typed in too", async () => {
  const link = { "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document" };
  for (const site of ["cross-site", "none"]) {
    const headers = { ...link, "Sec-Fetch-Site": site };
    expect((await send(mock.url, { target: "/__mock", headers })).status).toBe(200);
  }
  const framed = { ...link, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "iframe" };
  expect((await send(mock.url, { target: "/__mock", headers: framed })).status).toBe(403);
});

test.each([
  "localhost",
  "localhost:4010",
  "LOCALHOST",
  "localhost.",
  "mock.localhost:80",
  "127.0.0.1",
  "127.8.9.10:1",
  "[::1]",
  "[::1]:4010",
  "[0:0:0:0:0:0:0:1]",
])("the host %s is this machine", async (host) => {
  const target = "/__mock/requests";
  expect((await send(mock.url, { target, headers: { Host: host } })).status).toBe(200);
});

test.each([
  "evil.example",
  "evil.example:4010",
  "localhost.evil.example",
  "127.0.0.1.evil.example",
  "notlocalhost",
  "localhost@evil.example",
  "evil.example/localhost",
  "evil.example#.localhost",
  "[::2]",
  "128.0.0.1",
  "10.0.0.1",
])("under the host %j nothing is read or changed (DNS rebinding)", async (host) => {
  // To the browser such a page is of the same origin.
  const own = { Host: host, "Sec-Fetch-Site": "same-origin", Origin: `http://${host}` };
  for (const sent of [...reads.map((target) => ({ target })), ...changes] as Sent[]) {
    const received = await send(mock.url, { ...sent, headers: { ...own, ...control } });
    expect([sent.target, received.status]).toEqual([sent.target, 403]);
    expect(received.json().detail).toMatch(/--allow-host/);
  }

  const called = await send(mock.url, { target: info, headers: { ...basic, Host: host } });
  expect(called.status).toBe(200);
});

test.each([
  ["of two hosts", "GET /__mock/requests HTTP/1.1\r\nHost: localhost\r\nHost: evil.example", 400],
  ["of an empty host", "GET /__mock/requests HTTP/1.1\r\nHost:", 403],
  ["without a host", "GET /__mock/requests HTTP/1.0\r\nX: y", 403],
  [
    "of an absolute target",
    "GET http://evil.example/__mock/requests HTTP/1.1\r\nHost: localhost",
    403,
  ],
  [
    "of such a target under another host",
    "GET http://localhost/__mock/requests HTTP/1.1\r\nHost: evil.example",
    403,
  ],
  [
    "of an absolute target that is this machine",
    "GET http://localhost/__mock/requests HTTP/1.1\r\nHost: localhost",
    200,
  ],
])("a request %s", async (_, head, status) => {
  const { hostname, port } = new URL(mock.url);
  const socket = connect(Number(port), hostname);
  socket.write(`${head}\r\nConnection: close\r\n\r\n`);
  const [text] = await once(socket, "data");
  socket.destroy();

  expect(String(text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});

test("--allow-host and the address it listens on let other names in", async () => {
  const open = await startMock({ port: 0, host: "0.0.0.0", allowHost: ["Mock.Internal"] });
  const url = open.url.replace("0.0.0.0", "127.0.0.1");
  const status = async (host: string) =>
    (await send(url, { target: "/__mock/requests", headers: { Host: host } })).status;

  expect(await status("mock.internal:1234")).toBe(200);
  expect(await status(new URL(open.url).host)).toBe(200);
  expect(await status("a.mock.internal")).toBe(403);
  await open.close();
});

test.each([
  [{ allowHost: "http://mock.internal" }, /"http:\/\/mock\.internal" is not a host name/],
  [{ allowHost: "*" }, /"\*" is not a host name/],
  [{ corsOrigin: "http://localhost:5173/" }, /is not an origin\. Write scheme, host and port/],
  [{ corsOrigin: "null" }, /"null" is not an origin/],
  [{ corsOrigin: ["*"] }, /"\*" is not an origin/],
])("%j stops the start", async (options, message) => {
  await expect(startMock({ port: 0, ...options })).rejects.toThrow(message);
});

test("what passes is for the own page only, whatever it is loaded as", async () => {
  for (const target of ["/__mock", "/__mock/requests", "/__mock/inspector.js"]) {
    expect((await send(mock.url, { target })).headers).toMatchObject({
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
  }
});

test("the proxy guards its pages likewise, and takes nothing below /__mock to its target", async () => {
  const proxy = await startProxy({ port: 0, target: mock.url, allowHost: "proxy.internal" });
  const status = async (headers: OutgoingHttpHeaders) =>
    (await send(proxy.url, { method: "DELETE", target: "/__mock/requests", headers })).status;

  expect(await status({})).toBe(403);
  expect(await status({ Origin: "https://evil.example" })).toBe(403);
  expect(await status({ ...control, Host: "evil.example" })).toBe(403);
  expect(await status({ ...control, Host: "proxy.internal" })).toBe(204);
  await proxy.close();
});

/** What of the mock a request could have changed. */
async function everything(): Promise<string[]> {
  const read = async (target: string) => (await send(mock.url, { target })).body.toString();
  return Promise.all(
    ["/__mock/requests", "/__mock/coverage", "/__mock/state", "/__mock/faults"].map(read),
  );
}
