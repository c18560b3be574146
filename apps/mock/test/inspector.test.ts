import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { useMock } from "./support/mock.ts";
import { saveImage } from "./support/requests.ts";
import { control, send } from "./support/send.ts";

const mock = useMock();

test("the page names nothing outside of this server, and may load nothing", async () => {
  const page = await mock.send({ target: "/__mock" });
  const text = page.body.toString();

  expect([page.status, page.mediaType]).toEqual([200, "text/html"]);
  expect(page.headers["content-security-policy"]).toMatch(
    /^default-src 'none'; script-src 'self';/,
  );
  const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);
  expect(addresses).toContain("/__mock/inspector.js");
  for (const address of addresses) expect(address).toMatch(/^(\/__mock\/|data:,)/);
  const own = addresses.filter((it): it is string => it?.startsWith("/") ?? false);
  for (const target of own) expect((await mock.send({ target })).status).toBe(200);
});

test("style and script fetch nothing from elsewhere", async () => {
  for (const target of ["/__mock/inspector.css", "/__mock/inspector.js"]) {
    const { body } = await mock.send({ target });
    expect(body.toString()).not.toMatch(/https?:|\/\/[a-z]|@import|innerHTML/);
  }
});

test("requests arrive as events while they happen, and a close ends the stream", async () => {
  const own = await startMock({ port: 0 });
  const stream = request(`${own.url}/__mock/events`, { agent: false }).end();
  const [response] = await once(stream, "response");
  let text = "";
  response.on("data", (chunk: Buffer) => {
    text += chunk;
  });
  expect(response.headers["content-type"]).toBe("text/event-stream");

  await send(own.url, saveImage("no image"));
  await own.reload(async () => []).catch(() => undefined);
  await send(own.url, { method: "DELETE", target: "/__mock/requests", headers: control });
  // A stream that the close had to break would not end.
  const ended = once(response, "end");
  await own.close();
  await ended;

  const events = text.split("\n\n").filter((it) => it.startsWith("event: "));
  expect(events.map((it) => /^event: (\w+)/.exec(it)?.[1])).toEqual([
    "entry",
    "documents",
    "cleared",
  ]);
  const entry = JSON.parse(events[0]?.replace(/^event: entry\ndata: /, "") ?? "");
  expect(entry).toMatchObject({ operationId: "savePersonImage", verdict: "invalid" });
});

test("a reader that does not read is left behind", async () => {
  const socket = connect(Number(new URL(mock.url()).port), "127.0.0.1");
  socket.write("GET /__mock/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await once(socket, "readable");
  const ended = new Promise((resolve) => socket.once("close", resolve));
  socket.on("error", () => undefined);

  // Names that fill whatever the system holds between the two; values of such headers are masked.
  const long = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`x-${at}-${"x".repeat(280)}`, "1"]),
  );
  for (let count = 0; count < 1000; count++) {
    await mock.send({ target: "/nowhere", headers: long });
  }
  socket.resume();

  await ended;
});

test("a reader that leaves is forgotten", async () => {
  const stream = request(`${mock.url()}/__mock/events`, { agent: false }).end();
  stream.on("error", () => undefined);
  await once(stream, "response");
  stream.destroy();

  expect((await mock.send(saveImage("x"))).status).toBe(400);
});
