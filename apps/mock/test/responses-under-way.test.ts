import { once } from "node:events";
import type { Socket } from "node:net";
import { eventually } from "@image-apis/testing/eventually";
import { afterEach, describe, expect, test } from "vitest";
import type { JournalEntry } from "../src/journal/entry.ts";
import { useMock } from "./support/mock.ts";
import { openRaw, type Raw, statuses } from "./support/raw-connection.ts";
import { basic, png } from "./support/requests.ts";
import { control } from "./support/send.ts";

const mock = useMock();
const opened: Raw[] = [];
const open = async () => {
  const raw = await openRaw(mock.url());
  opened.push(raw);
  return raw;
};
afterEach(async () => {
  for (const { socket } of opened.splice(0)) socket.destroy();
  await mock.send({ method: "DELETE", target: "/__mock/requests", headers: control });
});

const get = (prefer: string, more = "") =>
  `GET /api/v1/Person/123/ImageInfo HTTP/1.1\r\nHost: mock\r\nAuthorization: ${basic.Authorization}\r\nPrefer: ${prefer}\r\n${more}\r\n`;
const noise = [
  ["garbage", "nonsense\r\n\r\n", 400],
  ["headers that are too long", `GET / HTTP/1.1\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
  ["a malformed length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", 400],
] as const;

describe.each(noise)("%s behind a request", (_, bytes, status) => {
  test("waits for the response under way, in one packet or in two", async () => {
    for (const pieces of [[get("delay=300") + bytes], [get("delay=300"), bytes, bytes]]) {
      const { socket, ended } = await open();
      for (const piece of pieces) {
        socket.write(piece);
        await new Promise((next) => setTimeout(next, 50));
      }

      const text = await ended;
      expect(statuses(text)).toEqual([200, status]);
      const [first = "", second = ""] = text.split(/(?=HTTP\/1\.1)/);
      expect(bodyOf(first)).toMatchObject({ BlobId: 167 });
      expect(bodyOf(second)).toMatchObject({ status });
    }
  });

  test("waits for every response of a pipeline", async () => {
    const { socket, ended } = await open();
    socket.write(get("delay=200") + get("delay=10") + get("delay=300") + bytes);

    expect(statuses(await ended)).toEqual([200, 200, 200, status]);
  });

  test("is never written into a response that stalls", async () => {
    const { socket, text } = await open();
    socket.write(get("fault=stall"));
    await eventually(() => expect(text()).toMatch(/\r\n\r\n\{/));
    const before = text();
    socket.write(bytes);
    await mock.send({ target: "/__mock/health" });
    await new Promise((next) => setTimeout(next, 100));

    expect(text()).toBe(before);
  });
});

test("what follows the last request of a connection is not answered", async () => {
  const { socket, ended } = await open();
  socket.write(get("delay=100", "Connection: close\r\n") + get("delay=0"));

  expect(statuses(await ended)).toEqual([200]);
  expect(await journal()).toHaveLength(1);
});

test.each(["delay=400", "delay=100", "code=200"])(
  "a client that ends its side gets its response (%s)",
  async (prefer) => {
    const { socket, ended } = await open();
    socket.end(get(prefer));

    const text = await ended;
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(bodyOf(text)).toMatchObject({ BlobId: 167 });
    expect((await journal())[0]).toMatchObject({ verdict: "valid", answer: { status: 200 } });
  },
);

test("a client that ends its side gets a response without a body, and one to HEAD", async () => {
  for (const method of ["DELETE", "HEAD"]) {
    const { socket, ended } = await open();
    const path = method === "HEAD" ? "/api/v1/Person/123/ImageInfo" : "/api/v1/Person/123/Image";
    socket.end(get("delay=300").replace(/^GET \S+/, `${method} ${path}`));

    expect(await ended).toMatch(/^HTTP\/1\.1 20\d [\s\S]*\r\n\r\n$/);
  }
});

test("a client that ends its side behind a pipeline gets every response", async () => {
  const { socket, ended } = await open();
  socket.end(get("delay=100") + get("delay=300"));

  const text = await ended;
  expect(statuses(text)).toEqual([200, 200]);
  expect(bodyOf(text.slice(text.lastIndexOf("HTTP/1.1")))).toMatchObject({ BlobId: 167 });
});

describe.each([
  ["GET", get("delay=60000")],
  [
    "PUT",
    get("delay=60000", `Content-Type: image/png\r\nContent-Length: ${png.length}\r\n`)
      .replace("ImageInfo", "Image")
      .replace("GET", "PUT") + Buffer.from(png).toString("latin1"),
  ],
  ["DELETE", get("delay=60000").replace("ImageInfo", "Image").replace("GET", "DELETE")],
])("a client that has gone while %s is held back", (_, bytes) => {
  test.each<[string, (socket: Socket) => void]>([
    ["closed", (socket) => socket.destroy()],
    ["reset", (socket) => socket.resetAndDestroy()],
  ])("is noticed long before the response, and journalled as aborted (%s)", async (_, leave) => {
    const { socket } = await open();
    socket.write(bytes, "latin1");
    await new Promise((next) => setTimeout(next, 100));
    leave(socket);

    await eventually(async () => {
      const [entry] = await journal();
      expect(entry).toMatchObject({ verdict: "aborted" });
      expect(entry?.answer).toBeUndefined();
    });
  });
});

test("an idle connection that the client ends is ended by the mock too", async () => {
  const { socket, text, ended } = await open();
  socket.write(get("code=200"));
  await eventually(() => expect(text()).toMatch(/^HTTP\/1\.1 200/));
  socket.end();

  await ended;
});

test("a reader of the events that ends its side is let go", async () => {
  const { socket, text, ended } = await open();
  socket.write("GET /__mock/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
  await eventually(() => expect(text()).toMatch(/hello/));
  socket.end();

  await ended;
});

test("a stalled response ends with the client's side", async () => {
  const { socket, text } = await open();
  socket.write(get("fault=stall"));
  await eventually(() => expect(text()).toMatch(/\r\n\r\n\{/));
  socket.end();

  await once(socket, "close");
});

async function journal(): Promise<JournalEntry[]> {
  return (await mock.send({ target: "/__mock/requests" })).json();
}

function bodyOf(response: string): unknown {
  return JSON.parse(response.slice(response.indexOf("\r\n\r\n") + 4));
}
