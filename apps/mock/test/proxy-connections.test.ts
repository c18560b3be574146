import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { eventually } from "@image-apis/testing/eventually";
import { afterEach, expect, test } from "vitest";
import { type ProxyOptions, startProxy } from "../src/index.ts";
import type { JournalEntry } from "../src/journal/entry.ts";
import {
  answering,
  type Behaviour,
  emptyResponse,
  isWhole,
  rawClient,
  rawTarget,
} from "./support/raw-target.ts";
import { basic, png, saveImage } from "./support/requests.ts";
import { send } from "./support/send.ts";

/* Connections that close at a bad time: the target's between two requests, the client's in the midst of one. */

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function behindProxy(behave: Behaviour, options: Partial<ProxyOptions> = {}) {
  const target = await rawTarget(behave);
  open.push(target);
  const proxy = await startProxy({ port: 0, target: target.url, ...options });
  open.push(proxy);
  return { target, proxy: proxy.url };
}

const image = "/api/v1/Person/123/Image";
const integer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n167";

test("a target that closes idle connections never costs a call", async () => {
  const { target, proxy } = await behindProxy((socket, text) => {
    if (!isWhole(text)) return;
    socket.write(integer);
    setTimeout(() => socket.destroy(), 60);
  });

  const calls = [
    saveImage(png),
    { method: "DELETE", target: image, headers: basic },
    { target: image, headers: basic },
  ];
  const statuses: number[] = [];
  for (let at = 0; at < 60; at++) {
    const { status } = await send(proxy, calls[at % calls.length] ?? { target: image });
    statuses.push(status);
    await wait(56 + (at % 7));
  }

  expect(statuses.filter((it) => it !== 200)).toEqual([]);
  expect(target.connections.join("").match(/ HTTP\/1\.1\r\n/g)?.length).toBeGreaterThanOrEqual(60);
});

/** Answers the first request of a connection, and ends the connection at the second without a word. */
const oneOnly: Behaviour = (socket, text) => {
  const requests = text.match(/ HTTP\/1\.1\r\n/g)?.length ?? 0;
  if (requests > 1) socket.resetAndDestroy();
  else if (isWhole(text)) socket.write(emptyResponse);
};

test.each([
  ["GET", undefined],
  ["DELETE", undefined],
  ["POST", undefined],
  ["PUT", "a short body"],
])(
  "%s with the body %j goes once more where a kept connection was closed",
  async (method, body) => {
    const { target, proxy } = await behindProxy(oneOnly);
    await send(proxy, { target: image });

    const { status } = await send(proxy, {
      method,
      target: image,
      ...(body !== undefined && { body }),
    });

    expect(status).toBe(200);
    // On the kept connection and on a fresh one.
    const sent = target.connections.map((it) => it.split(`${method} /`).length - 1);
    expect(sent).toHaveLength(2);
    expect(target.connections[1]?.endsWith(`\r\n\r\n${body ?? ""}`)).toBe(true);
  },
);

test.each([
  ["POST with a body", { method: "POST", body: "x" }],
  ["PATCH with a body", { method: "PATCH", body: "x" }],
  ["PUT with a body that is not held", { method: "PUT", body: Buffer.alloc(70_000) }],
  ["PUT with a body of unknown length", { method: "PUT", body: "x", chunked: true }],
])("%s is sent once, over a connection that nobody used before", async (_, call) => {
  const { target, proxy } = await behindProxy(oneOnly);
  await send(proxy, { target: image });

  const { status } = await send(proxy, { target: image, ...call });

  expect(status).toBe(200);
  expect(target.connections).toHaveLength(2);
  expect(target.connections.join("").split(`${call.method} /`)).toHaveLength(2);
});

test("a target that closes a fresh connection is asked once", async () => {
  const { target, proxy } = await behindProxy((socket) => socket.resetAndDestroy());

  const { status } = await send(proxy, { target: image });

  expect(status).toBe(502);
  expect(target.connections.filter((it) => it !== "")).toHaveLength(1);
});

test("a kept connection that breaks off within a response is not asked again", async () => {
  const { target, proxy } = await behindProxy((socket, text) => {
    const requests = text.match(/ HTTP\/1\.1\r\n/g)?.length ?? 0;
    if (requests < 2) socket.write(emptyResponse);
    else socket.write("HTTP/1.1 2", () => socket.resetAndDestroy());
  });
  await send(proxy, { target: image });

  expect((await send(proxy, { target: image })).status).toBe(502);
  expect(target.connections).toHaveLength(1);
});

test("a response that nobody asked for is not that of the next request", async () => {
  const evil = "HTTP/1.1 200 OK\r\nX-Evil: 1\r\nContent-Length: 4\r\n\r\nevil";
  const { target, proxy } = await behindProxy((socket, text) => {
    if (!isWhole(text)) return;
    socket.write(integer);
    setTimeout(() => socket.write(evil), 30);
  });

  await send(proxy, { target: image });
  await eventually(() => expect(target.sockets[0]?.destroyed).toBe(true));
  const second = await send(proxy, { target: image });

  expect([second.headers["x-evil"], second.body.toString()]).toEqual([undefined, "167"]);
});

const gone: [what: string, behave: Behaviour, request: string, more: number][] = [
  ["the target reads and is silent", () => undefined, "GET /x HTTP/1.1\r\nHost: p\r\n\r\n", 0],
  [
    "the target does not read, and much of the body is on its way",
    (socket) => socket.pause(),
    `PUT ${image} HTTP/1.1\r\nHost: p\r\nContent-Type: image/png\r\nContent-Length: 400000000\r\n\r\n`,
    40_000_000,
  ],
  [
    "the target does not read, and the body has no length",
    (socket) => socket.pause(),
    `POST /v2/customers/1/setImage HTTP/1.1\r\nHost: p\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n${(40_000_000).toString(16)}\r\n`,
    39_000_000,
  ],
  [
    "the target does not read, and the whole body is there",
    (socket) => socket.pause(),
    `PUT ${image} HTTP/1.1\r\nHost: p\r\nContent-Type: image/png\r\nContent-Length: 20000000\r\n\r\n`,
    20_000_000,
  ],
  [
    "the response has begun and does not go on",
    answering("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 9\r\n\r\nabc"),
    `GET ${image} HTTP/1.1\r\nHost: p\r\n\r\n`,
    0,
  ],
  [
    "the JSON has begun and does not go on",
    answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n1"),
    `GET /api/v1/Person/123/ImageInfo HTTP/1.1\r\nHost: p\r\n\r\n`,
    0,
  ],
];

test.each(
  gone.flatMap(([what, ...rest]) => [
    [what, "closes", ...rest] as const,
    [what, "resets", ...rest] as const,
  ]),
)(
  "where %s, a client that %s is noticed, however long the target would have",
  async (_, how, behave, request, more) => {
    const { target, proxy } = await behindProxy(behave);
    const client = await rawClient(proxy, request);
    const piece = Buffer.alloc(1_000_000);
    for (let sent = 0; sent < more; sent += piece.length) {
      if (!client.write(piece)) await Promise.race([once(client, "drain"), wait(300)]);
    }
    await eventually(() => expect(target.connections.join("")).not.toBe(""));
    await wait(300);

    if (how === "resets") client.resetAndDestroy();
    else client.destroy();

    const [entry] = await eventually(async () => {
      const entries: JournalEntry[] = (await send(proxy, { target: "/__mock/requests" })).json();
      expect(entries).toHaveLength(1);
      return entries;
    });
    expect(entry).toMatchObject({ verdict: "aborted" });
    expect(entry?.answer).toBeUndefined();
    await eventually(() =>
      expect(target.sockets.every((it) => it.destroyed || it.isPaused())).toBe(true),
    );
  },
);

test("a body that the target takes slowly arrives whole and in order", async () => {
  const body = Buffer.alloc(12_000_000);
  for (let at = 0; at < body.length; at += 4) body.writeUInt32BE(at, at);
  let received: Uint8Array = new Uint8Array();
  const { proxy } = await behindProxy((socket, first) => {
    socket.removeAllListeners("data").pause();
    const chunks: Buffer[] = [Buffer.from(first, "latin1")];
    const head = first.indexOf("\r\n\r\n") + 4;
    let bytes = first.length;
    const read = async () => {
      for (;;) {
        await wait(2);
        for (let some = 0; some < 4; some++) {
          const chunk: Buffer | null = socket.read();
          if (chunk === null) break;
          chunks.push(chunk);
          bytes += chunk.length;
        }
        if (bytes < head + body.length) continue;
        received = Buffer.concat(chunks);
        socket.write(integer);
        return;
      }
    };
    void read();
  });

  const { status } = await send(proxy, saveImage(body));

  expect(status).toBe(200);
  expect(body.equals(received.subarray(-body.length))).toBe(true);
});

test("a client that takes its time is not the target's silence", async () => {
  const size = 12_000_000;
  const { proxy } = await behindProxy(
    (socket) => {
      const head = `HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: ${size}\r\n\r\n`;
      socket.removeAllListeners("data").write(head);
      socket.write(Buffer.alloc(size));
    },
    { timeLimit: 200 },
  );
  const client = await rawClient(
    proxy,
    `GET ${image} HTTP/1.1\r\nHost: p\r\nConnection: close\r\n\r\n`,
  );
  client.pause();
  await wait(1000);

  let bytes = 0;
  client.on("data", (chunk) => {
    bytes += chunk.length;
  });
  client.resume();
  await once(client, "close");

  expect(bytes).toBeGreaterThan(size);
});
