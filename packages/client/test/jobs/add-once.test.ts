import { describe, expect, test } from "vitest";
import { type AddOnceOptions, addOnce, createCapillaryClient } from "../../src/index.ts";
import { fixtureFile } from "../files.ts";
import { answers, type Behaviour, closes, misbehavingServer } from "../misbehaving-server.ts";

const files = [fixtureFile("front.png"), fixtureFile("portrait.jpg")];
const sizes = files.map((file) => file.size);
const others = [{ size: 20_000 }, { size: 30_000 }];
const added = sizes.map((size) => ({ size }));
const done = answers(200, { data: [], warnings: [], errors: [] });

/** Adds the files at a server that behaves so; the lists come one after the other, the last for ever. */
async function adding(
  behaviours: Behaviour[],
  lists: (AddOnceOptions<unknown>["list"] extends () => PromiseLike<infer List> ? List : never)[],
  options: Partial<AddOnceOptions<unknown>> = {},
) {
  const server = await misbehavingServer(...behaviours);
  const client = createCapillaryClient({ baseUrl: server.url, maxRetries: 0 });
  let listed = 0;
  const outcome = await addOnce({
    add: () => client.addCustomerImage({ customerId: 1, files }),
    sizes,
    list: async () => lists[Math.min(listed++, lists.length - 1)],
    ...options,
  });
  return { outcome, sent: server.received.length, listed };
}

test("an upload that succeeds is stored, and nothing is listed", async () => {
  const { outcome, listed } = await adding([done], []);

  expect(outcome).toMatchObject({ status: "stored", value: { errors: [] } });
  expect(listed).toBe(0);
});

test("what the server refused is not stored, and nothing is listed", async () => {
  const refusal = { errors: [{ code: 8083, message: "too small" }] };
  const { outcome, sent, listed } = await adding([answers(400, refusal)], []);

  expect(outcome).toMatchObject({ status: "notStored", error: { code: 8083 } });
  expect({ sent, listed }).toEqual({ sent: 1, listed: 0 });
});

describe("after the response was lost, with a list from before", () => {
  const listBefore = true;

  test("the files at the end of the list are stored", async () => {
    const lists = [others, [...others, ...added]];
    const { outcome, sent } = await adding([closes], lists, { listBefore });

    expect(outcome).toEqual({ status: "stored", value: undefined });
    expect(sent).toBe(1);
  });

  test("the same list as before means that nothing was stored, and they are added again", async () => {
    const { outcome, sent } = await adding([closes, closes, done], [others], { listBefore });

    expect(outcome).toMatchObject({ status: "stored", value: {} });
    expect(sent).toBe(3);
  });

  test("a file of another size in place of one of two equal ones is in doubt", async () => {
    const [one = { size: 0 }] = added;
    const lists = [others, [...others, one, { size: 1 }]];
    const options = { listBefore, sizes: [one.size, one.size] };
    const { outcome } = await adding([closes], lists, options);

    expect(outcome).toMatchObject({ status: "unknown" });
  });

  test("they are added again as often as was said", async () => {
    const options = { listBefore, maxRepeats: 1 };
    const { outcome, sent } = await adding([closes], [others], options);

    expect(outcome).toMatchObject({ status: "notStored", error: { name: "ConnectionError" } });
    expect(sent).toBe(2);
  });

  test.each([
    ["only some of them", [...others, ...added.slice(1)]],
    ["files of other sizes", [...others, { size: 1 }, { size: 2 }]],
    ["two of the one and none of the other", [...others, { size: sizes[0] }, { size: sizes[0] }]],
    ["more than them", [...others, ...added, { size: 5 }]],
    ["a list that somebody else shortened", [...others.slice(1), ...added]],
    ["files whose sizes are not said", [...others, { size: undefined }, { size: undefined }]],
    ["nothing that can be listed", undefined],
  ])("%s leave it open, and nothing is added again", async (_, after) => {
    const lists = [others, after as { size: number | undefined }[] | undefined];
    const { outcome, sent } = await adding([closes], lists, { listBefore });

    expect(outcome).toMatchObject({ status: "unknown", error: { name: "ConnectionError" } });
    expect(sent).toBe(1);
  });
});

describe("without a list from before", () => {
  test("a list with none of the sizes means that nothing was stored", async () => {
    const { outcome, sent } = await adding([closes, done], [others]);

    expect(outcome).toMatchObject({ status: "stored" });
    expect(sent).toBe(2);
  });

  test.each([
    ["all of them", added],
    ["one of them", added.slice(0, 1)],
    ["one without a size", [{ size: undefined }]],
  ])("a list with %s leaves it open: it may be from before", async (_, after) => {
    const { outcome, sent } = await adding([closes], [after]);

    expect(outcome).toMatchObject({ status: "unknown" });
    expect(sent).toBe(1);
  });
});

test("a list that cannot be had afterwards leaves it open", async () => {
  let asked = 0;
  const list = async () => {
    if (asked++ > 0) throw new Error("not now");
    return others;
  };
  const { outcome } = await adding([closes], [], { list, listBefore: true });

  expect(outcome).toMatchObject({ status: "unknown", error: { name: "ConnectionError" } });
});

test("a list that cannot be had beforehand is thrown, and nothing is sent", async () => {
  const list = async () => {
    throw new Error("not now");
  };

  await expect(adding([done], [], { list, listBefore: true })).rejects.toThrow("not now");
});
