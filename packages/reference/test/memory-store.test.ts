import { maxKeptBytes } from "@image-apis/http-contract";
import { describe, expect, test } from "vitest";
import { MemoryStore, type StoredFile, StoreFullError } from "../src/index.ts";
import { storeCases } from "../src/store-contract/index.ts";

describe("a store in memory does what every store must", () => {
  test.each(storeCases)("$name", ({ run }) => run(async () => ({ store: new MemoryStore() })));
});

describe("a store in memory holds no more than its bounds", () => {
  const arrive = async (store: MemoryStore, size: number) => {
    const sink = store.sink();
    await sink.write(Buffer.alloc(size));
    const bytes = await sink.end();
    return { size, sha256: "", mediaType: "image/gif", bytes };
  };
  const name = (store: MemoryStore, id: string, file: StoredFile) => {
    const image = { blobId: 1, created: new Date(0), updated: new Date(0), file };
    return store.write((rows) => rows.putPerson({ id, image }));
  };
  const save = async (store: MemoryStore, id: string, size: number) =>
    name(store, id, await arrive(store, size));

  test("bytes of one file: what is more arrives without, and no row can name it", async () => {
    const store = new MemoryStore();
    await expect(save(store, "1", maxKeptBytes + 1)).rejects.toThrow(StoreFullError);
    await expect(save(store, "1", maxKeptBytes + 1)).rejects.toThrow(/67108864 of one/);

    expect(await store.read((rows) => rows.person("1"))).toBeUndefined();
    expect(store.namedBytes).toBe(0);
  });

  test("bytes of all, those that arrive included, counted once", async () => {
    const store = new MemoryStore({ totalBytes: 100 });
    await save(store, "1", 60);
    const arrived = await arrive(store, 40);

    await expect(save(store, "2", 1)).rejects.toThrow(
      "The store holds at most 100 bytes of images, those that arrive included",
    );
    await name(store, "2", arrived);
    expect(store.namedBytes).toBe(100);
    await expect(save(store, "3", 1)).rejects.toThrow(StoreFullError);
  });

  test("room that is given back can be used again", async () => {
    const store = new MemoryStore({ totalBytes: 100 });
    const refused = await arrive(store, 100);
    await store.discard([refused.bytes]);
    await store.discard([refused.bytes]);
    const brokenOff = store.sink();
    await brokenOff.write(Buffer.alloc(100));
    await brokenOff.abort();
    await save(store, "1", 100);
    await store.write((rows) => rows.putPerson({ id: "1", image: undefined }));
    expect(store.namedBytes).toBe(0);

    await save(store, "1", 50);
    await save(store, "1", 50);
    expect(store.namedBytes).toBe(50);
  });

  test("things of each kind; one that is known may come again", async () => {
    const store = new MemoryStore({ things: 2 });
    const put = (name: string) =>
      store.write((rows) => rows.putRewardsFile({ name, version: 1, upload: undefined }));
    await put("a");
    await put("b");

    await expect(put("c")).rejects.toThrow("The store holds at most 2 files");
    await put("a");
  });

  test("characters that describe files", async () => {
    const store = new MemoryStore({ fileCharacters: 1000 });
    const put = (name: string) =>
      store.write((rows) => rows.putRewardsFile({ name, version: 1, upload: undefined }));
    await put("a".repeat(900));

    await expect(put("b".repeat(100))).rejects.toThrow("1000 characters");
    await put("a".repeat(900));
  });
});

test("other contents take the place of all that a store holds, or of nothing", async () => {
  const store = new MemoryStore({ things: 1 });
  const persons = ["1", "2"].map((id) => ({ id, image: undefined }));
  const empty = { customers: [], rewardsFiles: [], persons: [], lastBlobId: 0 };
  await store.replace({ ...empty, persons: persons.slice(0, 1), lastBlobId: 7 });

  await expect(store.replace({ ...empty, persons })).rejects.toThrow(StoreFullError);

  expect(await store.contents()).toEqual({ ...empty, persons: persons.slice(0, 1), lastBlobId: 7 });
  expect(await store.write((rows) => rows.nextBlobId())).toBe(8);
});
