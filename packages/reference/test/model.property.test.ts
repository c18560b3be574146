import { AsyncLocalStorage } from "node:async_hooks";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MemoryStore } from "../src/index.ts";
import { prepare, send } from "./model/client.ts";
import { type Command, customers, emailOf, Model, type Name, persons } from "./model/model.ts";
import { startReference } from "./support/reference.ts";

const stranger = 9;
const customer = fc.constantFrom(...customers, ...customers, stranger);
const person = fc.constantFrom(...persons, stranger);
const size = fc.integer({ min: 1, max: 300 });

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    kind: fc.constant("add" as const),
    customer: customer.chain(
      (id): fc.Arbitrary<Name> => fc.constantFrom({ id }, { email: emailOf(id) }),
    ),
    sizes: fc.array(size, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant("delete" as const),
    customer,
    indexes: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant("list" as const), customer, isEmbedded: fc.boolean() }),
  fc.record({
    kind: fc.constant("upload" as const),
    name: fc.constantFrom("a.png", "b", "__proto__"),
    size: fc.option(size, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant("save" as const),
    person,
    content: fc.string({ unit: "grapheme-ascii", minLength: 1 }),
  }),
  fc.record({ kind: fc.constant("get" as const), person }),
  fc.record({ kind: fc.constant("describe" as const), person }),
  fc.record({ kind: fc.constant("remove" as const), person }),
);

/** What several clients send at the same time, again and again. */
const rounds = fc.array(fc.array(command, { minLength: 1, maxLength: 8 }), {
  minLength: 5,
  maxLength: 12,
});

/** Which request a transaction is for. */
const current = new AsyncLocalStorage<number>();

/** A store that notes down in which order the requests come to their transactions. */
class WatchedStore extends MemoryStore {
  readonly order: number[] = [];

  override read: MemoryStore["read"] = (work) => super.read(this.#noted(work));
  override write: MemoryStore["write"] = (work) => super.write(this.#noted(work));

  #noted<Rows, Result>(work: (rows: Rows) => Promise<Result>): (rows: Rows) => Promise<Result> {
    return (rows) => {
      this.order.push(current.getStore() ?? Number.NaN);
      return work(rows);
    };
  }
}

test("thousands of requests of several clients see what a list and a number would show them", async () => {
  let requests = 0;
  await fc.assert(
    fc.asyncProperty(rounds, async (all) => {
      const store = new WatchedStore();
      const seed = {
        customers: customers.map((id) => ({ id, identifiers: { email: emailOf(id) } })),
        persons: persons.map((id) => ({ id })),
      };
      const reference = await startReference(seed, {}, store);
      const model = new Model((await store.contents()).lastBlobId);
      for (const round of all) {
        const prepared = await Promise.all(round.map((it) => prepare(reference, it)));
        const seen = await Promise.all(
          prepared.map((it, at) => current.run(at, () => send(reference, it))),
        );
        const order = store.order.splice(0);
        expect([...order].sort((a, b) => a - b)).toEqual(round.map((_, at) => at));
        for (const at of order) {
          const command = round[at];
          if (command !== undefined) expect(seen[at]).toEqual(model.answer(command));
        }
        requests += round.length;
      }
    }),
    { numRuns: 150, endOnFailure: true },
  );
  expect(requests).toBeGreaterThan(3000);
});
