import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import type { WritableRows } from "../store/store.ts";
import { type StoreCase, storeCase } from "./case.ts";
import { arrived, customer, image, person, rewardsFile } from "./samples.ts";

const several = Array.from({ length: 20 }, (_, at) => at);

/** A transaction changes all or nothing, and as if it were alone. */
export const transactionCases: readonly StoreCase[] = [
  storeCase(
    "a transaction returns what its work returns, and sees what it changed",
    async (store) => {
      const seen = await store.write(async (rows) => {
        await rows.putCustomer(customer("1", [image("a")]));
        return (await rows.customer("1"))?.images.length;
      });

      assert.equal(seen, 1);
    },
  ),

  storeCase("what a transaction throws is thrown on, and nothing has changed", async (store) => {
    const file = await arrived(store, "bytes");
    await store.write((rows) => rows.putCustomer(customer("1", [image("a")])));
    const failing = store.write(async (rows) => {
      await rows.putCustomer(customer("1"));
      await rows.putCustomer(customer("2"));
      await rows.putRewardsFile(rewardsFile("a.png", 1));
      await rows.putPerson(person("1", 1, file));
      throw new RangeError("no further");
    });

    await assert.rejects(failing, new RangeError("no further"));
    await store.read(async (rows) => {
      assert.equal((await rows.customer("1"))?.images.length, 1);
      assert.equal(await rows.customer("2"), undefined);
      assert.equal(await rows.rewardsFile("a.png"), undefined);
      assert.equal(await rows.person("1"), undefined);
    });
  }),

  storeCase("a store goes on after a transaction that failed", async (store) => {
    await assert.rejects(store.read(() => Promise.reject(new Error("failed"))));
    await assert.rejects(store.write(() => Promise.reject(new Error("failed"))));

    await store.write((rows) => rows.putCustomer(customer("1")));
    assert.equal((await store.read((rows) => rows.customer("1")))?.id, "1");
  }),

  storeCase("nobody reads what a transaction has not ended with", async (store) => {
    const writing = store.write(async (rows) => {
      await rows.putCustomer(customer("1"));
      await setImmediate();
      throw new Error("no further");
    });
    const reading = store.read((rows) => rows.customer("1"));

    await assert.rejects(writing);
    assert.equal(await reading, undefined);
  }),

  storeCase("a read sees one moment", async (store) => {
    const put = (version: number) => async (rows: WritableRows) => {
      await rows.putRewardsFile(rewardsFile("a.png", version));
      await rows.putRewardsFile(rewardsFile("b.png", version));
    };
    await store.write(put(1));
    const pairs = several.map((at) => {
      const writing = store.write(put(at + 2));
      const reading = store.read(async (rows) => {
        const first = await rows.rewardsFile("a.png");
        await setImmediate();
        return [first?.version, (await rows.rewardsFile("b.png"))?.version];
      });
      return Promise.all([reading, writing]);
    });

    for (const [[first, second]] of await Promise.all(pairs)) assert.equal(first, second);
  }),

  storeCase("many transactions on one customer lose none of their changes", async (store) => {
    await store.write((rows) => rows.putCustomer(customer("1")));
    const add = (at: number) =>
      store.write(async (rows) => {
        const found = await rows.customer("1");
        await setImmediate();
        await rows.putCustomer(customer("1", [...(found?.images ?? []), image(String(at))]));
      });
    await Promise.all(several.map(add));

    const images = (await store.read((rows) => rows.customer("1")))?.images ?? [];
    assert.deepEqual(
      images.map(({ handle }) => Number(handle)).sort((a, b) => a - b),
      several,
    );
  }),

  storeCase(
    "many transactions on a name that is not there yet count one after the other",
    async (store) => {
      const versions = several.map(() =>
        store.write(async (rows) => {
          const version = ((await rows.rewardsFile("a.png"))?.version ?? 0) + 1;
          await setImmediate();
          await rows.putRewardsFile(rewardsFile("a.png", version));
          return version;
        }),
      );

      assert.deepEqual(
        (await Promise.all(versions)).sort((a, b) => a - b),
        several.map((at) => at + 1),
      );
    },
  ),

  storeCase("transactions on different rows all go through", async (store) => {
    await Promise.all(
      several.map((at) => store.write((rows) => rows.putCustomer(customer(String(at))))),
    );

    const found = several.map((at) => store.read((rows) => rows.customer(String(at))));
    assert.deepEqual(
      (await Promise.all(found)).map((it) => it?.id),
      several.map(String),
    );
  }),

  storeCase("blob ids only grow, also past a transaction that failed", async (store) => {
    const next = () => store.write((rows) => rows.nextBlobId());
    const first = await next();
    await assert.rejects(
      store.write(async (rows) => {
        await rows.nextBlobId();
        throw new Error("no further");
      }),
    );
    const others = await Promise.all(several.map(next));
    const both = await store.write(async (rows) => [
      await rows.nextBlobId(),
      await rows.nextBlobId(),
    ]);

    const all = [first, ...others.sort((a, b) => a - b), ...both];
    assert.ok(all.every(Number.isSafeInteger));
    assert.ok(all.every((id, at) => at === 0 || id > (all[at - 1] ?? 0)));
  }),
];
