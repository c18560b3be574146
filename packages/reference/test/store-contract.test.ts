import { expect, test } from "vitest";
import { MemoryStore, type Rows, type Store, type WritableRows } from "../src/index.ts";
import { storeCases } from "../src/store-contract/index.ts";

/** The names of the cases that a store fails. */
async function failedBy(open: () => Store): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, run } of storeCases) {
    await run(async () => ({ store: open() })).catch(() => failed.push(name));
  }
  return failed;
}

/** A store in memory, but for what a fault makes of it. */
function faulty(fault: (sound: MemoryStore) => Partial<Store>): () => Store {
  return () => {
    const sound = new MemoryStore();
    return {
      read: (work) => sound.read(work),
      write: (work) => sound.write(work),
      sink: () => sound.sink(),
      discard: (bytes) => sound.discard(bytes),
      ...fault(sound),
    };
  };
}

/** Rows that do something else in one of their methods. */
function altered<Kind extends Rows>(rows: Kind, own: Partial<Kind>): Kind {
  return new Proxy(rows, {
    get(target, name) {
      const found = Reflect.get(name in own ? own : target, name);
      return typeof found === "function" ? found.bind(target) : found;
    },
  });
}

const altering = (own: (rows: WritableRows) => Partial<WritableRows>) =>
  faulty((sound) => ({
    write: (work) => sound.write((rows) => work(altered(rows, own(rows)))),
  }));

test("a sound store passes every case", async () => {
  expect(await failedBy(faulty(() => ({})))).toEqual([]);
});

test.each([
  [
    "keeps what a failed transaction had changed",
    faulty((sound) => ({
      async write(work) {
        const outcome = await sound.write(async (rows) => {
          try {
            return { result: await work(rows) };
          } catch (error) {
            return { error };
          }
        });
        if ("error" in outcome) throw outcome.error;
        return outcome.result;
      },
    })),
    "what a transaction throws is thrown on, and nothing has changed",
  ],
  [
    "counts blob ids from the start again",
    altering(() => ({ nextBlobId: async () => 1 })),
    "blob ids only grow, also past a transaction that failed",
  ],
  [
    "does not keep the order of images",
    altering((rows) => ({
      putCustomer: (customer) =>
        rows.putCustomer({
          ...customer,
          images: [...customer.images].sort((a, b) => a.handle.localeCompare(b.handle)),
        }),
    })),
    "a customer is what was put, the images in their order",
  ],
  [
    "takes names for the same that differ in case",
    altering((rows) => ({
      putRewardsFile: (file) => rows.putRewardsFile({ ...file, name: file.name.toLowerCase() }),
    })),
    "every name is a name of its own",
  ],
  [
    "forgets identifiers",
    faulty((sound) => ({
      read: (work) =>
        sound.read((rows) => work(altered(rows, { customerByIdentifier: async () => undefined }))),
    })),
    "an identifier finds the customer that has it, and nobody else",
  ],
  [
    "reads more than one moment",
    faulty((sound) => ({
      read: (work) =>
        work({
          customer: (id) => sound.read((rows) => rows.customer(id)),
          customerByIdentifier: (name, value) =>
            sound.read((rows) => rows.customerByIdentifier(name, value)),
          rewardsFile: (name) => sound.read((rows) => rows.rewardsFile(name)),
          person: (id) => sound.read((rows) => rows.person(id)),
        }),
    })),
    "a read sees one moment",
  ],
  [
    "loses the last piece of a file",
    faulty((sound) => ({
      sink: () => {
        const sink = sound.sink();
        let before = new Uint8Array();
        return {
          ...sink,
          write(chunk) {
            const written = sink.write(before);
            before = Uint8Array.from(chunk);
            return written;
          },
        };
      },
    })),
    "a file is its bytes, whatever the pieces that brought them",
  ],
])("a store that %s is found", async (_, open, name) => {
  expect(await failedBy(open)).toContain(name);
});
