import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { createCapillaryClient, createSuperOfficeClient, TimeoutError } from "../src/index.ts";
import { deadline } from "../src/transport/deadline.ts";
import { timeoutsFor } from "../src/transport/timeouts.ts";
import { captureServer } from "./capture-server.ts";
import { fixtureFile } from "./files.ts";
import { answers, keepsSilent, misbehavingServer, stopsReading } from "./misbehaving-server.ts";

const options = { customerId: 1, source: "INSTORE" } as const;

test("an attempt that is not answered in time ends with a TimeoutError", async () => {
  const server = await misbehavingServer(keepsSilent);
  const client = createCapillaryClient({ baseUrl: server.url, timeouts: { attempt: 100 } });
  const error = await client.getCustomer({ ...options, maxRetries: 0 }).catch((it) => it);
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({
    kind: "attempt",
    milliseconds: 100,
    message: "getCustomer was not answered within 100 ms (timeouts.attempt).",
  });
});

test("an attempt whose answer stalls half way ends with a TimeoutError", async () => {
  const server = await misbehavingServer((request, response) => {
    request.resume();
    response.writeHead(200, { "Content-Type": "application/json" });
    response.write("{");
  });
  const client = createCapillaryClient({ baseUrl: server.url, timeouts: { attempt: 100 } });
  await expect(client.getCustomer({ ...options, maxRetries: 0 })).rejects.toThrow(TimeoutError);
});

test("what may be done twice is tried again after a timeout; an upload that adds is not", async () => {
  const server = await misbehavingServer(keepsSilent, answers(200, {}), keepsSilent);
  const client = createCapillaryClient({ baseUrl: server.url, timeouts: { attempt: 600 } });
  await client.getCustomer(options);
  expect(server.received).toHaveLength(2);
  const files = [fixtureFile("front.png")];
  await expect(client.addCustomerImage({ customerId: 1, files })).rejects.toThrow(TimeoutError);
  expect(server.received).toHaveLength(3);
});

test("the total time covers all attempts and the waiting between them", async () => {
  const server = await misbehavingServer(answers(429, {}, { "Retry-After": "30" }));
  const client = createCapillaryClient({ baseUrl: server.url });
  const error = await client
    .getCustomer({ ...options, timeouts: { total: 150 } })
    .catch((it) => it);
  expect(error).toMatchObject({ name: "TimeoutError", kind: "total", milliseconds: 150 });
  expect(server.received).toHaveLength(1);
});

test("an upload of which no more bytes can be sent ends as idle", async () => {
  const server = await misbehavingServer(stopsReading);
  const client = createSuperOfficeClient({ baseUrl: server.url, limits: "off" });
  const image = new Blob([new Uint8Array(20_000_000)], { type: "image/png" });
  const call = client.savePersonImage({
    personId: 1,
    image,
    maxRetries: 0,
    timeouts: { idle: 150 },
  });
  await expect(call).rejects.toMatchObject({ name: "TimeoutError", kind: "idle" });
});

test("a slow upload that goes on is not idle", async () => {
  const server = await misbehavingServer((request, response) => {
    request.pause();
    const slowly = setInterval(() => request.read(2 ** 20) ?? request.read(), 40);
    request.on("data", () => request.pause());
    request.on("end", () => {
      clearInterval(slowly);
      response.writeHead(200, { "Content-Type": "application/json" }).end("167");
    });
    const resume = setInterval(() => request.resume(), 40);
    response.on("close", () => clearInterval(resume));
  });
  const client = createSuperOfficeClient({ baseUrl: server.url, limits: "off" });
  const image = new Blob([new Uint8Array(2_000_000)], { type: "image/png" });
  expect(await client.savePersonImage({ personId: 1, image, timeouts: { idle: 1_000 } })).toBe(167);
});

/** A file that brings a piece every so often, in milliseconds. */
function slowly(pieces: number, wait: number) {
  const piece = 1_000;
  const stream = () => {
    let left = pieces;
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        await setTimeout(wait);
        controller.enqueue(new Uint8Array(piece));
        left -= 1;
        if (left === 0) controller.close();
      },
    });
  };
  return { stream, size: pieces * piece, type: "image/png" };
}

test("an attempt does not end while bytes of the body are sent", async () => {
  const server = await misbehavingServer(answers(200, 167));
  const timeouts = { attempt: 1_500, idle: 1_500 };
  const client = createSuperOfficeClient({ baseUrl: server.url, limits: "off", timeouts });
  const image = slowly(25, 100);
  expect(await client.savePersonImage({ personId: 1, image, maxRetries: 0 })).toBe(167);
  expect(server.received).toEqual([25_000]);
});

test("nor while those of a long answer arrive", async () => {
  const piece = 100_000;
  const pieces = 25;
  const server = await misbehavingServer(async (_, response) => {
    const length = String(pieces * piece);
    response.writeHead(200, { "Content-Type": "image/png", "Content-Length": length });
    for (let sent = 0; sent < pieces; sent++) {
      response.write(new Uint8Array(piece));
      await setTimeout(100);
    }
    response.end();
  });
  const client = createSuperOfficeClient({
    baseUrl: server.url,
    timeouts: { attempt: 1_500 },
    maxRetries: 0,
  });
  const { data, response } = await client.getPersonImage({ personId: 1 }).withResponse();
  expect(data.size).toBe(pieces * piece);
  expect(response.url).toBe(`${server.url}/api/v1/Person/1/Image`);
});

test("nor does a call, unless its time was chosen", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  /** Takes a piece every 50 seconds. */
  const fetch = async (request: Request) => {
    const reader = request.body?.getReader();
    while (reader && !(await reader.read()).done) await vi.advanceTimersByTimeAsync(50_000);
    return Response.json(167);
  };
  const timeouts = { attempt: 60_000, idle: 60_000 };
  const client = createSuperOfficeClient({ tenant: "T", fetch, limits: "off", timeouts });
  const image = new Blob([new Uint8Array(10 * 2 ** 16)], { type: "image/png" });
  expect(await client.savePersonImage({ personId: 1, image, maxRetries: 0 })).toBe(167);
  const chosen = { attempt: 60_000, idle: 60_000, total: 180_000 };
  const call = client.savePersonImage({ personId: 1, image, maxRetries: 0, timeouts: chosen });
  await expect(call).rejects.toMatchObject({ name: "TimeoutError", kind: "total" });
});

test("by default the times grow with the bytes to send", () => {
  expect(timeoutsFor(0)).toEqual({ attempt: 60_000, total: 120_000, idle: 30_000 });
  expect(timeoutsFor(245_000_000)).toEqual({ attempt: 2_510_000, total: 5_020_000, idle: 30_000 });
  expect(timeoutsFor(0, { attempt: 5 }, { attempt: 1, idle: 2 })).toEqual({
    attempt: 5,
    total: 120_000,
    idle: 2,
  });
});

test("where nothing tells of bytes that were sent, a slow network has ten times as long", async () => {
  vi.stubGlobal("process", undefined);
  vi.resetModules();
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });
  const { timeoutsFor: inBrowsers } = await import("../src/transport/timeouts.ts");
  vi.unstubAllGlobals();
  expect(inBrowsers(20_000_000)).toMatchObject({ attempt: 2_060_000 });
});

test("Infinity means no limit", async () => {
  const server = await misbehavingServer(answers(200, {}));
  const forever = Number.POSITIVE_INFINITY;
  const timeouts = { attempt: forever, total: forever, idle: forever };
  expect(
    await createCapillaryClient({ baseUrl: server.url, timeouts }).getCustomer(options),
  ).toEqual({});
});

test("a fetch that follows no signal cannot hold a call up", async () => {
  const fetch = () => new Promise<Response>(() => {});
  const client = createCapillaryClient({ fetch, maxRetries: 0, timeouts: { attempt: 50 } });
  await expect(client.getCustomer(options)).rejects.toThrow(TimeoutError);
});

test.each(["idle", "total"] as const)(
  "a file that brings no first byte is waited for no longer than timeouts.%s",
  async (kind) => {
    const server = await captureServer();
    const client = createCapillaryClient({ baseUrl: server.url, timeouts: { [kind]: 300 } });
    let cancelled = false;
    const cancel = () => {
      cancelled = true;
    };
    const stalled = { stream: () => new ReadableStream<Uint8Array>({ cancel }), size: 20_000 };
    const call = client.addCustomerImage({ customerId: 1, files: [stalled] });
    await expect(call).rejects.toMatchObject({ name: "TimeoutError", kind, milliseconds: 300 });
    await expect.poll(() => cancelled).toBe(true);
    expect(server.requests).toEqual([]);
  },
);

test("after an answer that came before the end of the upload, nothing goes on", async () => {
  const server = await misbehavingServer((request, response) => {
    request.pause();
    response.writeHead(200, { "Content-Type": "application/json" }).end("167");
  });
  const timers = () => process.getActiveResourcesInfo().filter((it) => it === "Timeout").length;
  const before = timers();
  let pulled = 0;
  let cancelled = false;
  const stream = () =>
    new ReadableStream<Uint8Array>({
      pull: async (it) => {
        pulled += 1;
        await setTimeout(1);
        it.enqueue(new Uint8Array(100_000));
      },
      cancel: () => {
        cancelled = true;
      },
    });
  const client = createSuperOfficeClient({ baseUrl: server.url, limits: "off" });
  const image = { stream, size: 100_000_000, type: "image/png" };
  expect(await client.savePersonImage({ personId: 1, image })).toBe(167);
  await expect.poll(() => cancelled).toBe(true);
  const pulledByThen = pulled;
  await setTimeout(50);
  expect(pulled).toBe(pulledByThen);
  await expect.poll(timers).toBeLessThanOrEqual(before);
});

test("a watch that is started after the end of a call does not run", async () => {
  const watched = deadline("getCustomer", undefined, (it) => it);
  watched.clear();
  watched.watch("idle", 1);
  await setTimeout(20);
  expect(watched.signal.aborted).toBe(false);
});
