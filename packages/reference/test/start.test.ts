import { fixture, loadExchanges } from "@image-apis/spec";
import { expect, test } from "vitest";
import { MemoryStore, snapshot, startContents } from "../src/index.ts";
import { countedIds, described, noon } from "./support/reference.ts";

const start = (operations = described, seed = {}) =>
  startContents({ now: () => noon, newId: countedIds(), operations, seed });

test("the start knows every customer and person that a call with the usual response names", async () => {
  const { customers, persons, rewardsFiles } = await start();
  const usual = ["capillary", "superoffice"]
    .flatMap(loadExchanges)
    .filter(({ given, response }) => given.length === 0 && response.status === 200);
  const named = (name: string) =>
    new Set(usual.flatMap(({ request }) => request.path[name] ?? []).map(String));

  expect(customers.map(({ id }) => id)).toEqual(expect.arrayContaining([...named("customerId")]));
  const ids = persons.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([...named("personId")]));
  expect(rewardsFiles).toEqual([]);
});

test("the documented images are there as they are shown, and count for the store", async () => {
  const contents = await start();
  const shown = contents.customers.find(({ id }) => id === "565039505");
  expect(shown).toMatchObject({
    identifiers: { mobile: "910000000000" },
    hasSamples: true,
    images: [
      {
        handle: "01a24b35-f1fa-4dc3-bbce-ab9bc5094e2c",
        modified: new Date("2025-04-20T21:31:43Z"),
        size: 18_039,
      },
    ],
  });

  const store = new MemoryStore();
  await store.replace(contents);
  const { length } = fixture("front.png").bytes;
  const withImages = contents.persons.filter(({ image }) => image !== undefined);
  expect(store.namedBytes).toBe(withImages.length * length);
  await store.replace(contents);
  expect(store.namedBytes).toBe(withImages.length * length);
});

test("the same clock and ids make the same start", async () => {
  expect(await start()).toEqual(await start());
});

test("an API that is not described starts empty, and is shown so", async () => {
  const operations = described.filter(({ api }) => api === "superoffice");
  const contents = await start(operations);

  expect(contents.customers).toEqual([]);
  expect(contents.persons.length).toBeGreaterThan(0);
  expect(snapshot(contents, operations)).toMatchObject({ customers: [], files: [] });
});

test("a key of a seed takes the place of what the documents show, the others stay", async () => {
  const { customers, persons, rewardsFiles } = await start(described, {
    customers: [{ id: 7, images: [{ fileSize: 20_480 }, { fileSize: 30_000 }] }],
    files: [{ name: "logo.png", version: 3 }],
  });

  expect(customers.map(({ id, hasSamples }) => [id, hasSamples])).toEqual([["7", false]]);
  expect(customers[0]?.images.map(({ size }) => size)).toEqual([20_480, 30_000]);
  expect(rewardsFiles).toEqual([{ name: "logo.png", version: 3, upload: undefined }]);
  expect(persons.length).toBeGreaterThan(0);
});
