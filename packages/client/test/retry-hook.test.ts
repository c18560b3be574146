import { expect, test } from "vitest";
import { bearer, createSuperOfficeClient, type Progress, type Retry } from "../src/index.ts";
import { fixtureFile } from "./files.ts";
import { answers, closes, misbehavingServer } from "./misbehaving-server.ts";

const image = fixtureFile("front.png");
const stored = answers(200, 167);
const busy = answers(503, {}, { "Retry-After": "0.01" });

test("onRetry is told of every attempt that is repeated, and progress says which attempt it is", async () => {
  const { url } = await misbehavingServer(busy, closes, stored);
  const retries: Retry[] = [];
  const seen: Progress[] = [];
  const client = createSuperOfficeClient({ baseUrl: url, onRetry: (it) => retries.push(it) });

  await client.savePersonImage({ personId: 1, image, onProgress: (it) => seen.push(it) });

  expect(retries).toMatchObject([
    { operationId: "savePersonImage", attempt: 1, wait: 10, error: { status: 503 } },
    { operationId: "savePersonImage", attempt: 2, error: { name: "ConnectionError" } },
  ]);
  const total = seen[0]?.total;
  for (const attempt of [1, 2, 3]) expect(seen).toContainEqual({ attempt, loaded: total, total });
});

test("a call's onRetry stands before the client's", async () => {
  const { url } = await misbehavingServer(busy, stored);
  const told: string[] = [];
  const client = createSuperOfficeClient({ baseUrl: url, onRetry: () => told.push("client") });

  await client.savePersonImage({ personId: 1, image, onRetry: () => told.push("call") });

  expect(told).toEqual(["call"]);
});

test("fresh credentials are a repeated attempt that waits for nothing", async () => {
  const { url } = await misbehavingServer(answers(401, {}), stored);
  const retries: Retry[] = [];
  let token = 0;
  const client = createSuperOfficeClient({ baseUrl: url, auth: bearer(() => `t${++token}`) });

  await client.savePersonImage({ personId: 1, image, onRetry: (it) => retries.push(it) });

  expect(retries).toMatchObject([{ attempt: 1, wait: 0, error: { status: 401 } }]);
});

test("what onRetry throws ends the call", async () => {
  const server = await misbehavingServer(busy);
  const stop = new Error("enough");
  const client = createSuperOfficeClient({
    baseUrl: server.url,
    onRetry() {
      throw stop;
    },
  });

  await expect(client.savePersonImage({ personId: 1, image })).rejects.toBe(stop);
  expect(server.received).toHaveLength(1);
});

test("what is not repeated is not told", async () => {
  const { url } = await misbehavingServer(answers(400, {}));
  const told: unknown[] = [];
  const client = createSuperOfficeClient({ baseUrl: url, onRetry: (it) => told.push(it) });

  await expect(client.savePersonImage({ personId: 1, image })).rejects.toThrow();
  expect(told).toEqual([]);
});
