import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { eventually } from "@image-apis/testing/eventually";
import { filePart, form, formType } from "@image-apis/testing/forms";
import { describe, expect, test, vi } from "vitest";
import {
  type CallHead,
  type CheckedCall,
  filesOf,
  type HandledRequest,
  Problem,
} from "../../src/index.ts";
import { limits, probeDocument } from "../support/probe.ts";
import { recordedSinks } from "../support/recorded-sinks.ts";
import { basic, ok, serve } from "../support/server.ts";

/** After as many looks, 20 ms apart, what did not move waits. */
const still = 10;

const bytes = (count: number) => Buffer.alloc(count, "x");
const formOf = (...sizes: number[]) => ({
  method: "POST",
  target: "/forms/1",
  headers: { ...basic, ...formType },
  body: form(sizes.map((size) => filePart(bytes(size)))),
});
const rawOf = (size: number) => ({
  method: "PUT",
  target: "/files/1",
  headers: { ...basic, "Content-Type": "image/png" },
  body: bytes(size),
});

const textOf = (text: string) => ({
  method: "POST",
  target: "/texts/1",
  headers: { ...basic, "Content-Type": "application/json" },
  body: Buffer.from(JSON.stringify({ text })),
});

test("every file of a call goes into a sink of its own, and what they made of it reaches the answerer", async () => {
  const { sinks, sink } = recordedSinks();
  const stored: unknown[] = [];
  const answer = async ({ body }: CheckedCall<string>) => {
    stored.push(...filesOf(body ?? { kind: "none" }).map((it) => it.stored));
    return ok;
  };
  const server = await serve<string>({ sink, answer });

  expect((await server.send(formOf(limits.minBytes, limits.maxBytes))).status).toBe(200);
  expect((await server.send(rawOf(limits.maxBytes))).status).toBe(200);
  expect(stored).toEqual(["file 0", "file 1", "file 2"]);
  expect(sinks.map(({ events, bytes }) => [events, bytes])).toEqual([
    [["write", "end"], limits.minBytes],
    [["write", "end"], limits.maxBytes],
    [["write", "end"], limits.maxBytes],
  ]);
  expect(sinks.map(({ part }) => [part.name, part.filename, part.limits.maxBytes])).toEqual([
    ["file", "front.png", limits.maxBytes],
    ["file", "front.png", limits.maxBytes],
    ["", undefined, limits.maxBytes],
  ]);
});

test.each([
  [
    "forms",
    "POST",
    formType["Content-Type"],
    (file: Buffer) => form([filePart(file), filePart(file)]),
  ],
  ["raw files", "PUT", "image/png", (file: Buffer) => file],
])(
  "the bytes of %s reach their sinks as they were sent, several calls at once",
  async (_, method, type, bodyOf) => {
    const files = [70_000, 500_000, 3_000_000].map((size) => randomBytes(size));
    const arrived: Buffer[] = [];
    const sink = () => {
      const chunks: Uint8Array[] = [];
      return {
        async write(chunk: Uint8Array) {
          await new Promise((resolve) => setImmediate(resolve));
          chunks.push(chunk);
        },
        end: () => void arrived.push(Buffer.concat(chunks)),
        abort() {},
      };
    };
    const server = await serve<void>({ sink }, {}, probeDocument({}));
    const target = method === "POST" ? "/forms/1" : "/files/1";
    const headers = { ...basic, "Content-Type": type };

    const responses = await Promise.all(
      files.map((file) => server.send({ method, target, headers, body: bodyOf(file) })),
    );

    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const file of files) {
      const same = arrived.filter((it) => it.equals(file));
      expect(same).toHaveLength(method === "POST" ? 2 : 1);
    }
  },
);

test("a part that no document describes is measured and goes nowhere", async () => {
  const { sinks, sink } = recordedSinks();
  const server = await serve<string>({ sink });
  const parts = [filePart(bytes(5000), "a.bin", "other"), filePart(bytes(20))];

  expect((await server.send({ ...formOf(), body: form(parts) })).status).toBe(200);
  expect(sinks.map((it) => it.bytes)).toEqual([20]);
});

describe("of a call that is refused, no file is kept", () => {
  test.each([
    ["a form with a file too small behind a good one", formOf(20, 5), "image-too-small"],
    ["a form with a file too large behind a good one", formOf(20, 50_000), "image-too-large"],
    ["a form with a file too many", formOf(20, 20, 20), "too-many-images"],
    [
      "a raw file in chunks that is too large",
      { ...rawOf(50_000), chunked: true },
      "image-too-large",
    ],
    ["a raw file in chunks that is too small", { ...rawOf(5), chunked: true }, "image-too-small"],
  ])("%s", async (_, sent, error) => {
    const { sinks, sink } = recordedSinks();
    const server = await serve<string>({ sink });

    const received = await server.send(sent);

    expect([received.status, received.json()]).toEqual([400, { error }]);
    expect(sinks.length).toBeGreaterThan(0);
    for (const { events } of sinks) expect(events.filter((it) => it === "abort")).toHaveLength(1);
  });

  test.each([
    ["more than its limit", formOf(1_000_000)],
    ["more than its limit, raw and in chunks", { ...rawOf(1_000_000), chunked: true }],
  ])("a file of %s: the rest is thrown away, not stored", async (_, sent) => {
    const { sinks, sink } = recordedSinks();
    const server = await serve<string>({ sink });

    expect((await server.send(sent)).status).toBe(400);
    expect(sinks).toHaveLength(1);
    expect(sinks[0]?.bytes).toBeLessThanOrEqual(limits.maxBytes + 1);
    expect(sinks[0]?.events.at(-1)).toBe("abort");
  });

  test.each([
    ["the head tells that a raw file is too large", rawOf(50_000)],
    ["a parameter is not valid", { ...formOf(20), target: "/forms/0" }],
    ["there are no credentials", { ...formOf(20), headers: formType }],
    [
      "the media type is not documented",
      { ...formOf(20), headers: { ...basic, "Content-Type": "text/plain" } },
    ],
    ["the answerer knows better before", { ...formOf(20), target: "/forms/404" }],
  ])("where %s, no sink is opened at all", async (_, sent) => {
    const { sinks, sink } = recordedSinks();
    const before = ({ values }: CheckedCall) =>
      values.path.id === "404" ? new Problem(404, "There is nobody.").answer() : undefined;
    const server = await serve<string>({ sink, before });

    expect((await server.send(sent)).status).toBeGreaterThanOrEqual(400);
    expect(sinks).toEqual([]);
  });

  test.each([
    ["a Problem", new Problem(507, "There is no room."), 507],
    ["an error", new Error("The disk is gone."), 500],
  ])("where the answerer throws %s", async (_, error, status) => {
    const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { sinks, sink } = recordedSinks();
    const server = await serve<string>({ sink, answer: () => Promise.reject(error) });

    expect((await server.send(formOf(20, 20))).status).toBe(status);
    expect(sinks.map(({ events }) => events)).toEqual(Array(2).fill(["write", "end", "abort"]));
    complaint.mockRestore();
  });

  test.each([
    ["a form", formOf(20, 20)],
    ["a raw file", rawOf(20)],
  ])("where a sink fails, in %s: and the connection stays usable", async (_, sent) => {
    const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const failing = () => Promise.reject(new Problem(507, "There is no room."));
    const { sinks, sink } = recordedSinks(failing);
    const server = await serve<string>({ sink });

    expect((await server.send(sent)).status).toBe(507);
    expect(sinks.map(({ events }) => events.at(-1))).toEqual(sinks.map(() => "abort"));
    expect((await server.send({ target: "/nowhere" })).status).toBe(404);
    complaint.mockRestore();
  });

  const uploads = [
    ["a form", formOf(900)],
    ["a raw file", rawOf(900)],
    ["a text", textOf("x".repeat(900))],
  ] as const;

  test.each(uploads.slice(0, 2))(
    "where the client goes away in the middle of %s",
    async (_, sent) => {
      const { sinks, sink } = recordedSinks();
      const server = await serve<string>({ sink });
      const socket = begin(server.url, sent);
      await eventually(() => expect(sinks[0]?.events).toEqual(["write"]));
      socket.destroy();

      await eventually(() => expect(sinks[0]?.events).toEqual(["write", "abort"]));
    },
  );

  test.each(uploads)(
    "where the client goes away before %s is read, while something else is waited for",
    async (_, sent) => {
      const { sinks, sink } = recordedSinks();
      const observed: HandledRequest[] = [];
      let isAsked = false;
      const before = async ({ signal }: CallHead) => {
        isAsked = true;
        await once(signal, "abort");
        return undefined;
      };
      const observe = (it: HandledRequest) => void observed.push(it);
      const server = await serve<string>({ sink, before }, { observe });
      const socket = begin(server.url, sent);
      await eventually(() => expect(isAsked).toBe(true));
      socket.destroy();

      await eventually(() => expect(observed.map((it) => it.verdict)).toEqual(["aborted"]));
      expect(sinks).toEqual([]);
    },
  );
});

/** Sends the head of a request and the first half of its body. */
function begin(url: string, { method, target, headers, body }: ReturnType<typeof formOf>) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = Object.entries({ ...headers, Host: "probe", "Content-Length": body.length });
  socket.write(`${method} ${target} HTTP/1.1\r\n`);
  socket.write(lines.map(([name, value]) => `${name}: ${value}\r\n`).join(""));
  socket.write("\r\n");
  socket.write(body.subarray(0, body.length / 2));
  return socket;
}

test("a file without limits has a sink too", async () => {
  const { sinks, sink } = recordedSinks();
  const document = probeDocument();
  const { content = {} } = document.paths["/forms/{id}"]?.post?.requestBody ?? {};
  const schema = { type: "object", properties: { file: { type: "string", format: "binary" } } };
  Object.assign(content["multipart/form-data"] ?? {}, { schema });
  const server = await serve<string>({ sink }, {}, document);

  expect((await server.send(formOf(3))).status).toBe(200);
  expect(sinks.map(({ part, bytes }) => [part.name, part.limits, bytes])).toEqual([
    ["file", {}, 3],
  ]);
});

test.each([
  ["a form", formOf(0)],
  ["a raw file", rawOf(0)],
])(
  "a sink that is slow holds the client back: %s",
  async (_, { method, target, headers, body }) => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { sinks, sink } = recordedSinks(() => held);
    const server = await serve<string>({ sink }, {}, probeDocument({}));
    const outgoing = request(server.url + target, { method, headers, agent: false });
    const answered = once(outgoing, "response");
    const behind = body.lastIndexOf("\r\n--boundary--");
    outgoing.write(body.subarray(0, Math.max(0, behind)));
    const chunk = bytes(64 * 1024);
    const all = 1000 * chunk.length;
    let sent = 0;
    const sending = (async () => {
      for (; sent < all; sent += chunk.length) {
        if (!outgoing.write(chunk)) await once(outgoing, "drain");
      }
      outgoing.end(behind < 0 ? undefined : body.subarray(behind));
    })();
    await eventually(() => expect(sinks).toHaveLength(1));
    // What the sockets and streams between the two hold is far less than the file.
    const seen: number[] = [];
    await eventually(() => {
      seen.push(sent);
      expect(seen.slice(-still).filter((it) => it === sent)).toHaveLength(still);
    });
    expect(sent).toBeLessThan(all / 2);
    release();
    await sending;
    const [response] = await answered;
    response.resume();

    expect(response.statusCode).toBe(200);
    expect(sinks.map((it) => [it.events, it.bytes])).toEqual([[["write", "end"], all]]);
  },
);
