import assert from "node:assert/strict";
import { type StoreCase, storeCase } from "./case.ts";
import { arrived, customer, image, person, read, requireSame, rewardsFile } from "./samples.ts";

/** A file is what was written. */
export const fileCases: readonly StoreCase[] = [
  storeCase("a file is its bytes, whatever the pieces that brought them", async (store) => {
    const sizes = [1, 0, 7, 4095, 4096, 65_536, 100_000, 3];
    const pieces = sizes.map((size, at) => Buffer.alloc(size, at + 1));
    const sink = store.sink("person-image");
    for (const piece of pieces) await sink.write(piece);

    requireSame(await read(await sink.end()), Buffer.concat(pieces));
  }),

  storeCase("a file of ten thousand pieces of one byte is whole", async (store) => {
    const whole = Buffer.from(Array.from({ length: 10_000 }, (_, at) => at % 251));
    const sink = store.sink("person-image");
    for (const byte of whole) await sink.write(Uint8Array.of(byte));

    requireSame(await read(await sink.end()), whole);
  }),

  storeCase("an empty file is a file", async (store) => {
    requireSame(await read(await store.sink("rewards-file").end()), Buffer.alloc(0));
  }),

  storeCase("a file can be read more than once, and by several at a time", async (store) => {
    const { bytes } = await arrived(store, "bytes");
    const [first, second] = await Promise.all([read(bytes), read(bytes)]);

    assert.deepEqual([first, second, await read(bytes)].map(String), Array(3).fill("bytes"));
  }),

  storeCase("files that arrive at the same time do not mix", async (store) => {
    const sinks = [1, 2, 3].map((value) => ({ value, sink: store.sink("customer-image") }));
    for (let round = 0; round < 5; round++) {
      await Promise.all(sinks.map(({ value, sink }) => sink.write(Buffer.alloc(10_000, value))));
    }
    for (const { value, sink } of sinks) {
      requireSame(await read(await sink.end()), Buffer.alloc(50_000, value));
    }
  }),

  storeCase(
    "a row gives back the bytes that it names, after later requests as well",
    async (store) => {
      const [first, second, third] = await Promise.all(
        ["first", "second", "third"].map((it) => arrived(store, it)),
      );
      assert.ok(first && second && third);
      await store.write(async (rows) => {
        await rows.putCustomer(customer("1", [image("a", first)]));
        await rows.putRewardsFile(rewardsFile("a.png", 1, second));
        await rows.putPerson(person("1", 1, third));
      });
      await store.write((rows) => rows.putCustomer(customer("2")));

      const named = await store.read(async (rows) => [
        (await rows.customer("1"))?.images[0]?.file,
        (await rows.rewardsFile("a.png"))?.upload?.file,
        (await rows.person("1"))?.image?.file,
      ]);
      const bytes = await Promise.all(named.map((it) => read(it?.bytes)));
      assert.deepEqual(bytes.map(String), ["first", "second", "third"]);
    },
  ),

  storeCase("bytes that a row names outlive a sink that is aborted late", async (store) => {
    const sink = store.sink("person-image");
    await sink.write(Buffer.from("bytes"));
    const file = { size: 5, sha256: "", mediaType: "image/gif", bytes: await sink.end() };
    await store.write((rows) => rows.putPerson(person("1", 1, file)));
    await sink.abort();

    const found = await store.read((rows) => rows.person("1"));
    assert.equal(String(await read(found?.image?.file.bytes)), "bytes");
  }),

  storeCase("bytes that a row names are not given up with those that none does", async (store) => {
    const [named, other] = await Promise.all(["named", "other"].map((it) => arrived(store, it)));
    assert.ok(named?.bytes && other?.bytes);
    await store.write((rows) => rows.putPerson(person("1", 1, named)));
    await store.discard([named.bytes, other.bytes]);
    await store.discard([named.bytes, other.bytes]);

    const found = await store.read((rows) => rows.person("1"));
    assert.equal(String(await read(found?.image?.file.bytes)), "named");
  }),

  storeCase(
    "a row that keeps one of its files and drops another gives back the kept one",
    async (store) => {
      const [kept, dropped] = await Promise.all(
        ["kept", "dropped"].map((it) => arrived(store, it)),
      );
      await store.write((rows) =>
        rows.putCustomer(customer("1", [image("dropped", dropped), image("kept", kept)])),
      );
      await store.write(async (rows) => {
        const images = (await rows.customer("1"))?.images ?? [];
        await rows.putCustomer(customer("1", images.slice(1)));
      });

      const found = await store.read((rows) => rows.customer("1"));
      assert.equal(String(await read(found?.images[0]?.file?.bytes)), "kept");
    },
  ),

  storeCase("a sink that is given up at any point leaves the store as it was", async (store) => {
    await store.sink("person-image").abort();
    const begun = store.sink("person-image");
    await begun.write(Buffer.from("bytes"));
    await begun.abort();
    const ended = store.sink("person-image");
    await ended.write(Buffer.from("bytes"));
    await ended.end();
    await ended.abort();

    assert.equal(String(await read((await arrived(store, "later")).bytes)), "later");
  }),
];
