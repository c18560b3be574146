import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createSuperOfficeClient, uploadAll, VendorError } from "../../src/index.ts";
import { fixtureFile } from "../files.ts";
import { answers, type Behaviour, misbehavingServer } from "../misbehaving-server.ts";

/** A client of a server that behaves so, and how it uploads one person's image. */
async function uploading(...behaviours: Behaviour[]) {
  const server = await misbehavingServer(...behaviours);
  const client = createSuperOfficeClient({ baseUrl: server.url, maxRetries: 0 });
  const image = fixtureFile("front.png");
  return {
    server,
    upload: (personId: number, call: object) =>
      client.savePersonImage({ personId, image, ...call }),
  };
}

const stored = answers(200, 167);
const people = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test("uploads every item, and says what became of each in the order of the items", async () => {
  const slowFirst: Behaviour = (request, response) => {
    request.on("end", async () => {
      await setTimeout(50);
      response.writeHead(200, { "Content-Type": "application/json" }).end("1");
    });
  };
  const { upload } = await uploading(slowFirst, answers(200, 2));

  const report = await uploadAll(people(3), { upload, concurrency: 2 });

  expect(report.outcomes).toEqual([
    { item: 1, index: 0, status: "stored", value: 1 },
    { item: 2, index: 1, status: "stored", value: 2 },
    { item: 3, index: 2, status: "stored", value: 2 },
  ]);
  expect(report).toMatchObject({ failed: [], left: [] });
});

test("one that fails does not stop the others, and stands apart", async () => {
  const { upload } = await uploading(
    stored,
    answers(400, { ErrorType: "x", Message: "no" }),
    stored,
  );

  const report = await uploadAll(people(3), { upload, concurrency: 1 });

  expect(report.outcomes.map(({ status }) => status)).toEqual(["stored", "failed", "stored"]);
  expect(report.failed).toMatchObject([{ item: 2, index: 1, error: { mayBeStored: false } }]);
  expect(report.failed[0]?.error).toBeInstanceOf(VendorError);
  expect(report.left).toEqual([]);
});

test.each([1, 3, 8])("never runs more than %i at a time", async (concurrency) => {
  let running = 0;
  let most = 0;
  const upload = async () => {
    most = Math.max(most, ++running);
    await setTimeout(1);
    running -= 1;
  };

  await uploadAll(people(20), { upload, concurrency });

  expect(most).toBe(concurrency);
});

test("an endless list is read only as far as uploads can start", async () => {
  let read = 0;
  async function* endless() {
    for (;;) yield ++read;
  }
  const controller = new AbortController();
  const upload = async (item: number) => {
    if (item === 10) controller.abort();
  };

  const lists = endless();
  const whole = uploadAll(
    (async function* () {
      for await (const item of lists) {
        if (controller.signal.aborted && item > 20) return;
        yield item;
      }
    })(),
    { upload, concurrency: 2, signal: controller.signal },
  );

  await whole;
  expect(read).toBeLessThan(25);
});

describe("ended by its signal", () => {
  test("it resolves, and what is left can be uploaded later", async () => {
    const { upload, server } = await uploading(stored);
    const controller = new AbortController();
    const first = await uploadAll(people(6), {
      concurrency: 1,
      signal: controller.signal,
      upload: async (item, call) => {
        const value = await upload(item, call);
        if (item === 2) controller.abort();
        return value;
      },
    });

    expect(first.outcomes.map(({ status }) => status)).toEqual([
      "stored",
      "stored",
      ...Array(4).fill("left"),
    ]);
    expect(first.left).toEqual([3, 4, 5, 6]);

    const second = await uploadAll(first.left, { upload });

    expect(second.outcomes.every(({ status }) => status === "stored")).toBe(true);
    expect(server.received).toHaveLength(6);
  });

  test("an upload under way is aborted, and is not called left: the server may have stored it", async () => {
    const controller = new AbortController();
    const { upload } = await uploading((request) => {
      request.on("end", () => controller.abort());
    });

    const report = await uploadAll([1, 2], { upload, concurrency: 1, signal: controller.signal });

    expect(report.failed).toMatchObject([
      { item: 1, error: { name: "AbortError", mayBeStored: true } },
    ]);
    expect(report.left).toEqual([2]);
  });

  test("before it began, nothing is sent", async () => {
    const { upload, server } = await uploading(stored);

    const report = await uploadAll(people(3), { upload, signal: AbortSignal.abort() });

    expect(report.left).toEqual([1, 2, 3]);
    expect(server.received).toEqual([]);
  });
});

test("progress names the item and ends with all its bytes", async () => {
  const { upload } = await uploading(stored);
  const last = new Map<number, unknown>();

  await uploadAll(people(3), {
    upload,
    onProgress: ({ item, index, loaded, total }) => last.set(item, [index, loaded === total]),
  });

  expect([...last].sort()).toEqual([
    [1, [0, true]],
    [2, [1, true]],
    [3, [2, true]],
  ]);
});

test.each([0, -1, 1.5, Number.NaN])("a concurrency of %d is refused", async (concurrency) => {
  await expect(uploadAll([], { upload: async () => {}, concurrency })).rejects.toThrow(
    `concurrency: pass a whole number of at least 1, not ${concurrency}.`,
  );
});

test("what reading the items throws is thrown, after what runs has ended", async () => {
  let ended = 0;
  async function* broken() {
    yield 1;
    throw new Error("the list broke");
  }
  const upload = async () => {
    await setTimeout(5);
    ended += 1;
  };

  await expect(uploadAll(broken(), { upload })).rejects.toThrow("the list broke");
  expect(ended).toBe(1);
});
