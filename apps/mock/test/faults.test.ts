import { request } from "node:http";
import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { useMock } from "./support/mock.ts";
import { basic, png, saveImage } from "./support/requests.ts";
import { send } from "./support/send.ts";

const mock = useMock({ stateful: true });
const info = "/api/v1/Person/123/ImageInfo";
const get = (prefer: string) => mock.send({ target: info, headers: { ...basic, Prefer: prefer } });

test("delay holds the response back", async () => {
  const start = performance.now();
  const received = await get("delay=300");

  expect(received.status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(295);
});

test.each([429, 503])("fault=%i is that status, and says when to come back", async (status) => {
  const received = await get(`fault=${status}`);

  expect([received.status, received.mediaType]).toEqual([status, "application/problem+json"]);
  expect(received.headers["retry-after"]).toBe("1");
  expect(received.json().detail).toMatch(/not a real failure: the Prefer header/);
});

test("a status fault comes before anything is stored", async () => {
  const before = (await mock.send({ target: info, headers: basic })).json().BlobId;
  await mock.send(saveImage(png, { Prefer: "fault=500" }));

  expect((await mock.send({ target: info, headers: basic })).json().BlobId).toBe(before);
});

test("fault=reset breaks the connection without a response", async () => {
  await expect(get("fault=reset")).rejects.toMatchObject({ code: "ECONNRESET" });
});

test("fault=truncate sends half of the body and no more", async () => {
  const whole = (await mock.send({ target: info, headers: basic })).body;

  const { announced, received, error } = await partOf("fault=truncate");

  expect(announced).toBe(whole.length);
  expect(received).toBe(Math.floor(whole.length / 2));
  expect(error).toBe("ECONNRESET");
});

test("fault=stall begins the response and never ends it", async () => {
  const { received, error } = await partOf("fault=stall", 300);

  expect(received).toBeGreaterThan(0);
  expect(error).toBe("gave up");
});

test.each([
  ["DELETE", "/api/v1/Person/123/Image"],
  ["HEAD", info],
])("fault=truncate breaks a response to %s %s before its head", async (method, target) => {
  const headers = { ...basic, Prefer: "fault=truncate" };

  await expect(mock.send({ method, target, headers })).rejects.toMatchObject({
    code: "ECONNRESET",
  });
});

test("a page of another origin may read as much as comes", async () => {
  const { cors } = await partOf("fault=truncate");

  expect(cors).toBe("*");
});

test("the journal says what was done to the response", async () => {
  await get("fault=reset").catch(() => undefined);

  const [entry] = (await mock.send({ target: "/__mock/requests" })).json().slice(-1);
  expect(entry.notes).toEqual(["The connection breaks (reset): the Prefer header asks for it."]);
});

test.each([
  ["delay=soon", /milliseconds, 60000 at most/],
  ["delay=60001", /60000 at most/],
  ["fault=maybe", /A fault is reset, truncate, stall or a status from 400 to 599/],
  ["fault=200", /A fault is/],
])("Prefer: %s is 400 and says what would do", async (prefer, detail) => {
  const received = await get(prefer);

  expect([received.status, received.json().detail]).toEqual([400, expect.stringMatching(detail)]);
});

test("a latency holds for every call, but not for the mock itself", async () => {
  const slow = await startMock({ port: 0, latency: { mean: 1000, spread: 50 } });
  const start = performance.now();
  const answered: string[] = [];
  const ask = async (target: string) => {
    await send(slow.url, { target, headers: basic });
    answered.push(target);
  };
  await Promise.all([ask(info), ask("/__mock/health")]);
  await slow.close();

  expect(performance.now() - start).toBeGreaterThan(945);
  expect(answered).toEqual(["/__mock/health", info]);
});

test("a fail rate hits about that part of the calls", async () => {
  const bad = await startMock({ port: 0, failRate: 0.5, fail: 502 });
  const statuses: number[] = [];
  for (let count = 0; count < 100; count++) {
    statuses.push((await send(bad.url, { target: info, headers: basic })).status);
  }
  await bad.close();

  const failed = statuses.filter((status) => status === 502).length;
  expect(statuses.filter((status) => status === 200)).toHaveLength(100 - failed);
  // One run in a hundred million is outside.
  expect(failed).toBeGreaterThan(20);
  expect(failed).toBeLessThan(80);
});

/** Reads a response until its connection breaks or, with a patience in milliseconds, the reader gives up. */
function partOf(prefer: string, patience = 5000) {
  return new Promise<{
    announced: number;
    received: number;
    error: string;
    cors: string | undefined;
  }>((resolve) => {
    const { hostname, port } = new URL(mock.url());
    const headers = { ...basic, Prefer: prefer, Origin: "http://a.example" };
    const outgoing = request({ hostname, port, path: info, headers, agent: false }, (response) => {
      let received = 0;
      const announced = Number(response.headers["content-length"]);
      const end = (error: string) => {
        clearTimeout(late);
        const cors = response.headers["access-control-allow-origin"];
        resolve({ announced, received, error, cors });
      };
      const late = setTimeout(() => {
        outgoing.destroy();
        end("gave up");
      }, patience);
      response.on("data", (chunk: Buffer) => {
        received += chunk.length;
      });
      response.on("error", (error: NodeJS.ErrnoException) => end(error.code ?? ""));
    });
    outgoing.on("error", () => undefined);
    outgoing.end();
  });
}
