import assert from "node:assert/strict";
import { type StoreCase, storeCase } from "./case.ts";
import { arrived, customer, image, moment, person, rewardsFile } from "./samples.ts";

/** Names that a table, an object or a path could take for something else. */
const awkwardNames = [
  "__proto__",
  "constructor",
  "a'; drop table customer; --",
  "../../a.png",
  "%2e%2e",
  "ä€😀.png",
  " a ",
  "A.PNG",
  "a.png",
  "x".repeat(2000),
];

/** Rows are what was put. */
export const rowCases: readonly StoreCase[] = [
  storeCase("nothing is there at first", (store) =>
    store.read(async (rows) => {
      assert.equal(await rows.customer("1"), undefined);
      assert.equal(await rows.customerByIdentifier("email", "a@b.example"), undefined);
      assert.equal(await rows.rewardsFile("a.png"), undefined);
      assert.equal(await rows.person("1"), undefined);
    }),
  ),

  storeCase("a customer is what was put, the images in their order", async (store) => {
    const put = {
      ...customer("9007199254740993", [image("c"), image("a"), image("b")]),
      identifiers: { email: "ä'@b.example", mobile: "91" },
      hasSamples: true,
    };
    await store.write((rows) => rows.putCustomer(put));

    assert.deepEqual(await store.read((rows) => rows.customer(put.id)), put);
    assert.equal(await store.read((rows) => rows.customer("9007199254740992")), undefined);
  }),

  storeCase("a customer that is put again replaces the one before", async (store) => {
    await store.write((rows) => rows.putCustomer(customer("1", [image("a"), image("b")])));
    await store.write((rows) => rows.putCustomer(customer("1", [image("b")])));

    const found = await store.read((rows) => rows.customer("1"));
    assert.deepEqual(
      found?.images.map(({ handle }) => handle),
      ["b"],
    );
  }),

  storeCase("an identifier finds the customer that has it, and nobody else", async (store) => {
    const withMail = (id: string, email: string) => ({ ...customer(id), identifiers: { email } });
    await store.write(async (rows) => {
      await rows.putCustomer(withMail("1", "old@b.example"));
      await rows.putCustomer(withMail("2", "two@b.example"));
      await rows.putCustomer(withMail("1", "new@b.example"));
      assert.equal((await rows.customerByIdentifier("email", "new@b.example"))?.id, "1");
      assert.equal(await rows.customerByIdentifier("email", "old@b.example"), undefined);
    });

    await store.read(async (rows) => {
      assert.equal((await rows.customerByIdentifier("email", "new@b.example"))?.id, "1");
      assert.equal((await rows.customerByIdentifier("email", "two@b.example"))?.id, "2");
      assert.equal(await rows.customerByIdentifier("email", "old@b.example"), undefined);
      assert.equal(await rows.customerByIdentifier("mobile", "new@b.example"), undefined);
      assert.equal(await rows.customerByIdentifier("constructor", "new@b.example"), undefined);
    });
  }),

  storeCase("an identifier that is given up finds nobody", async (store) => {
    const email = "a@b.example";
    await store.write((rows) => rows.putCustomer({ ...customer("1"), identifiers: { email } }));
    await store.write((rows) => rows.putCustomer(customer("1")));

    const find = () => store.read((rows) => rows.customerByIdentifier("email", email));
    assert.equal(await find(), undefined);
    await store.write(async (rows) => {
      assert.equal(await rows.customerByIdentifier("email", email), undefined);
    });
  }),

  storeCase("an identifier that is given up can be another customer's", async (store) => {
    const email = "a@b.example";
    await store.write((rows) => rows.putCustomer({ ...customer("1"), identifiers: { email } }));
    await store.write(async (rows) => {
      await rows.putCustomer(customer("1"));
      await rows.putCustomer({ ...customer("2"), identifiers: { email } });
    });

    assert.equal((await store.read((rows) => rows.customerByIdentifier("email", email)))?.id, "2");
  }),

  storeCase(
    "a rewards file is what was put, a placeholder and a bare version as well",
    async (store) => {
      const stored = rewardsFile("a.png", 2, await arrived(store, "bytes", "rewards-file"));
      const placeholder = rewardsFile("b.png", 1);
      const bare = { name: "c.png", version: 7, upload: undefined };
      await store.write(async (rows) => {
        for (const file of [stored, placeholder, bare]) await rows.putRewardsFile(file);
      });

      await store.read(async (rows) => {
        const { upload, ...found } = (await rows.rewardsFile("a.png")) ?? {};
        assert.deepEqual(found, { name: "a.png", version: 2 });
        assert.deepEqual(upload?.modified, moment);
        assert.equal(upload?.file?.size, 5);
        assert.deepEqual(await rows.rewardsFile("b.png"), placeholder);
        assert.deepEqual(await rows.rewardsFile("c.png"), bare);
      });
    },
  ),

  storeCase("every name is a name of its own", async (store) => {
    await store.write(async (rows) => {
      for (const [at, name] of awkwardNames.entries()) {
        await rows.putRewardsFile(rewardsFile(name, at + 1));
      }
    });

    await store.read(async (rows) => {
      for (const [at, name] of awkwardNames.entries()) {
        assert.deepEqual(await rows.rewardsFile(name), rewardsFile(name, at + 1));
      }
    });
  }),

  storeCase("a person is what was put, with an image or without", async (store) => {
    const file = await arrived(store, "bytes");
    await store.write(async (rows) => {
      await rows.putPerson(person("1", 167, file));
      await rows.putPerson({ id: "2", image: undefined });
    });
    const { image: found } = (await store.read((rows) => rows.person("1"))) ?? {};
    assert.deepEqual([found?.blobId, found?.created, found?.updated], [167, moment, moment]);
    assert.equal(found?.file.sha256, file.sha256);
    assert.deepEqual(await store.read((rows) => rows.person("2")), { id: "2", image: undefined });

    await store.write((rows) => rows.putPerson({ id: "1", image: undefined }));
    assert.deepEqual(await store.read((rows) => rows.person("1")), { id: "1", image: undefined });
  }),
];
