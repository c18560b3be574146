import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { startCaptureServer } from "../src/capture-server.ts";

async function started() {
  const server = await startCaptureServer(
    async (request) => ({ target: request.url, body: await text(request) }),
    ({ body }) => ({ status: 202, headers: { "X-Said": body }, body: "thanks" }),
    ({ url }) => (url === "/page" ? { body: "a page" } : undefined),
  );
  onTestFinished(server.close);
  return server;
}

test("a request is written down, and gets its response", async () => {
  const { url, requests } = await started();
  const response = await fetch(`${url}/a?b=c`, { method: "POST", body: "hello" });
  expect([response.status, response.headers.get("X-Said")]).toEqual([202, "hello"]);
  expect(await response.text()).toBe("thanks");
  expect(requests).toEqual([{ target: "/a?b=c", body: "hello" }]);
});

test("what is only served is not written down", async () => {
  const { url, requests } = await started();
  expect(await (await fetch(`${url}/page`)).text()).toBe("a page");
  expect(requests).toEqual([]);
});

test("a request that breaks off is not written down, and the server goes on", async () => {
  const { url, requests } = await started();
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nshort");
  await once(socket, "connect");
  socket.end();
  await once(socket.resume(), "close");
  await fetch(url);
  expect(requests).toEqual([{ target: "/", body: "" }]);
});
