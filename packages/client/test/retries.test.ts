import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import {
  type CapillaryClient,
  ConnectionError,
  createCapillaryClient,
  createSuperOfficeClient,
  RateLimitError,
  VendorError,
} from "../src/index.ts";
import { fixtureFile } from "./files.ts";
import {
  answers,
  type Behaviour,
  closes,
  cutsShort,
  misbehavingServer,
} from "./misbehaving-server.ts";

const added = answers(200, { data: [], warnings: [], errors: [] });
const files = () => [fixtureFile("front.png")];

const add = (client: CapillaryClient) => client.addCustomerImage({ customerId: 1, files: files() });
const remove = (client: CapillaryClient) =>
  client.deleteCustomerImage({ customerId: 1, imageIds: [0] });
const get = (client: CapillaryClient) => client.getCustomer({ customerId: 1, source: "INSTORE" });
const token = (client: CapillaryClient) => client.generateToken({ key: "k", secret: "s" });
const reward = (client: CapillaryClient) =>
  client.uploadRewardsFile({ fileName: "a.png", file: fixtureFile("tiny.png") });

test.each<[what: string, behaviour: Behaviour]>([
  ["a connection that is closed without an answer", closes],
  ["an empty 500", answers(500, "", { "Content-Length": "0" })],
  ["a 502", answers(502, "<h1>Bad gateway</h1>")],
  ["a 503 without Retry-After", answers(503, {})],
  ["an answer that is cut short", cutsShort('{"data":[')],
])("after %s, what may not be done twice is not repeated", async (_, behaviour) => {
  for (const call of [add, remove, reward]) {
    const server = await misbehavingServer(behaviour, added);
    const client = createCapillaryClient({ baseUrl: server.url });
    await expect(call(client)).rejects.toThrow();
    expect(server.received).toHaveLength(1);
  }
});

test.each<[what: string, behaviour: Behaviour]>([
  ["a connection that is closed without an answer", closes],
  ["a 502", answers(502, "<h1>Bad gateway</h1>")],
  ["an answer that is cut short", cutsShort('{"data":[')],
])("after %s, what may be done twice is repeated", async (_, behaviour) => {
  for (const call of [get, token]) {
    const server = await misbehavingServer(behaviour, added);
    await call(createCapillaryClient({ baseUrl: server.url }));
    expect(server.received).toHaveLength(2);
  }
});

test("a person's image is saved again with its whole body, and deleted again", async () => {
  const server = await misbehavingServer(closes, answers(200, 167), closes, answers(204, ""));
  const client = createSuperOfficeClient({ baseUrl: server.url });
  const image = fixtureFile("front.png");
  expect(await client.savePersonImage({ personId: 1, image })).toBe(167);
  await client.deletePersonImage({ personId: 1 });
  expect(server.received).toEqual([image.size, image.size, 0, 0]);
});

test.each<[what: string, behaviour: Behaviour]>([
  ["429", answers(429, {}, { "Retry-After": "0" })],
  ["503 with Retry-After", answers(503, {}, { "Retry-After": "0" })],
])("after a %s every operation is repeated, an upload with its whole body", async (_, busy) => {
  for (const call of [add, remove, reward, get, token]) {
    const server = await misbehavingServer(busy, busy, added);
    await call(createCapillaryClient({ baseUrl: server.url }));
    expect(server.received).toHaveLength(3);
    expect(new Set(server.received).size).toBe(1);
  }
});

test("Retry-After in seconds is waited for", async () => {
  const server = await misbehavingServer(answers(429, {}, { "Retry-After": "1" }), added);
  await add(createCapillaryClient({ baseUrl: server.url }));
  const [first = 0, second = 0] = server.times;
  expect(second - first).toBeGreaterThanOrEqual(990);
});

test("a date in Retry-After is read by the server's own clock, which may be hours ahead", async () => {
  const at = (milliseconds: number) => new Date(milliseconds).toUTCString();
  const ahead = Date.now() + 7_200_000;
  const headers = { Date: at(ahead), "Retry-After": at(ahead + 1_000) };
  const server = await misbehavingServer(answers(429, {}, headers), added);
  const client = createCapillaryClient({ baseUrl: server.url });
  await client.addCustomerImage({ customerId: 1, files: [fixtureFile("front.png")] });
  expect(server.received).toHaveLength(2);
});

test("Retry-After as a date is waited for", async () => {
  const date = new Date(Date.now() + 2_000).toUTCString();
  const server = await misbehavingServer(answers(429, {}, { "Retry-After": date }), added);
  await add(createCapillaryClient({ baseUrl: server.url }));
  expect(server.times[1]).toBeGreaterThanOrEqual(Date.parse(date));
});

test("a server that asks for more than a minute is not waited for", async () => {
  const server = await misbehavingServer(answers(429, {}, { "Retry-After": "61" }));
  const error = await add(createCapillaryClient({ baseUrl: server.url })).catch((it) => it);
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toBeInstanceOf(VendorError);
  expect(error).toMatchObject({ status: 429 });
  expect(error.response.headers.get("retry-after")).toBe("61");
  expect(server.received).toHaveLength(1);
});

test("a refused connection is repeated for every operation, and its error says that nothing was sent", async () => {
  const closed = createServer();
  await new Promise<void>((listening) => closed.listen(0, "127.0.0.1", listening));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const warnings: string[] = [];
  const logger = { debug: () => {}, warn: (message: string) => warnings.push(message) };
  const baseUrl = `http://127.0.0.1:${port}`;
  const client = createCapillaryClient({ baseUrl, logger, maxRetries: 1 });
  const error = await remove(client).catch((it) => it);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ unsent: true, operationId: "deleteCustomerImage" });
  expect(error.message).toContain(`no answer from 127.0.0.1:${port}`);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/Retry 1 of 1 in \d+ ms/);
});

test("maxRetries of the client is two, or what it says, or what the call says", async () => {
  const busy = answers(429, {}, { "Retry-After": "0" });
  for (const [client, call, attempts] of [
    [undefined, undefined, 3],
    [0, undefined, 1],
    [0, 4, 5],
    [5, 1, 2],
  ] as const) {
    const server = await misbehavingServer(busy);
    const { getCustomer } = createCapillaryClient({ baseUrl: server.url, maxRetries: client });
    const options = { customerId: 1, source: "INSTORE", maxRetries: call } as const;
    await expect(getCustomer(options)).rejects.toThrow(RateLimitError);
    expect(server.received).toHaveLength(attempts);
  }
});

test("a failure the vendor describes is not repeated, whatever the operation", async () => {
  const server = await misbehavingServer(
    answers(400, { errors: [{ code: 8016, message: "No source" }] }),
  );
  await expect(get(createCapillaryClient({ baseUrl: server.url }))).rejects.toMatchObject({
    code: 8016,
  });
  expect(server.received).toHaveLength(1);
});

test("an upload from a stream that can be read once is not repeated; one that can be opened again is", async () => {
  const file = fixtureFile("front.png");
  const busy = answers(429, {}, { "Retry-After": "0" });
  const once = await misbehavingServer(busy, added);
  const { size, name, type } = file;
  await expect(
    createCapillaryClient({ baseUrl: once.url }).addCustomerImage({
      customerId: 1,
      files: [{ stream: file.stream(), size, name, type }],
    }),
  ).rejects.toThrow(RateLimitError);
  expect(once.received).toHaveLength(1);

  const again = await misbehavingServer(busy, added);
  await createCapillaryClient({ baseUrl: again.url }).addCustomerImage({
    customerId: 1,
    files: [{ stream: () => file.stream(), size, name, type }],
  });
  expect(again.received[0]).toBeGreaterThan(size);
  expect(again.received[1]).toBe(again.received[0]);
});

test("waiting grows with each attempt, and differs from call to call", async () => {
  const { waitBeforeRetry } = await import("../src/transport/retry.ts");
  const error = new ConnectionError("getCustomer", "127.0.0.1", new Error("reset"));
  const waits = [0, 1, 2, 10].map((attempt) =>
    Array.from({ length: 200 }, () => waitBeforeRetry(error, attempt, true) ?? Number.NaN),
  );
  const longest = waits.map((list) => Math.max(...list));
  expect(longest[0]).toBeLessThanOrEqual(500);
  expect(longest[1]).toBeGreaterThan(500);
  expect(longest[2]).toBeGreaterThan(1000);
  expect(longest[3]).toBeGreaterThan(4000);
  expect(longest[3]).toBeLessThanOrEqual(8000);
  expect(new Set(waits[0]).size).toBeGreaterThan(100);
});

const gone = answers(404, { Error: true, ErrorType: "NotFound", ErrorMessage: "No person" });

test.each<[what: string, behaviour: Behaviour]>([
  ["a lost answer", closes],
  ["a 500", answers(500, "")],
])("after %s, a 404 says that the person's image was deleted the first time", async (_, lost) => {
  const server = await misbehavingServer(lost, gone);
  const client = createSuperOfficeClient({ baseUrl: server.url });
  expect(await client.deletePersonImage({ personId: 1 })).toBeUndefined();
  expect(server.received).toHaveLength(2);
});

test("a 404 to the first delete, or after one that was not acted on, is an error", async () => {
  const busy = answers(429, {}, { "Retry-After": "0" });
  for (const behaviours of [[gone], [busy, gone]]) {
    const server = await misbehavingServer(...behaviours);
    const client = createSuperOfficeClient({ baseUrl: server.url });
    await expect(client.deletePersonImage({ personId: 1 })).rejects.toMatchObject({ status: 404 });
    expect(server.received).toHaveLength(behaviours.length);
  }
});

test("a redirect is not tried again: it would be answered again", async () => {
  const server = await misbehavingServer(answers(307, "", { Location: "http://127.0.0.1:9/" }));
  await expect(get(createCapillaryClient({ baseUrl: server.url }))).rejects.toMatchObject({
    name: "ConnectionError",
    redirected: true,
  });
  const superoffice = createSuperOfficeClient({ baseUrl: server.url });
  const image = fixtureFile("front.png");
  await expect(superoffice.savePersonImage({ personId: 1, image })).rejects.toThrow("redirect");
  expect(server.received).toHaveLength(2);
});

test.each([
  ["1.5", 1_500],
  [" 2 ", 2_000],
  ["Wed, 21 Oct 2015 07:28:00 GMT", 0],
])("Retry-After: %s is %i ms", async (value, wait) => {
  const { waitBeforeRetry } = await import("../src/transport/retry.ts");
  expect(waitBeforeRetry(refusedWith(value), 0, false)).toBe(wait);
});

test.each(["-5", "soon", "1 minute", "2001"])(
  "a Retry-After of %j, unless it is seconds, says nothing",
  async (value) => {
    const { waitBeforeRetry } = await import("../src/transport/retry.ts");
    // Not asked for, the operation may have been done: it is not repeated. 2001 s are more than the cap.
    expect(waitBeforeRetry(refusedWith(value), 0, false)).toBeUndefined();
  },
);

/** A 503 with such a Retry-After. */
function refusedWith(value: string): VendorError {
  const response = new Response("", { status: 503, headers: { "Retry-After": value } });
  const issues = { errors: [], warnings: [], failedFiles: [] };
  return new VendorError("busy", { operationId: "getCustomer", status: 503, response, ...issues });
}
