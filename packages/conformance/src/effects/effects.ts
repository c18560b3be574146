import type { Exchange, Operation } from "@image-apis/spec";
import { type Contract, operationFinder } from "../contract.ts";
import { compare, type Difference, type Wording } from "../difference.ts";
import type { ReceivedResponse } from "../server/received-response.ts";
import { expectedReads } from "./expected-reads.ts";
import { type Read, readsOf } from "./reads.ts";
import { printOf } from "./unchanged.ts";

/** Asks for one read. */
export type Look = (read: Read) => Promise<ReceivedResponse>;

/** How the world looked before a request. */
export type World = ReadonlyMap<Read, ReceivedResponse>;

/** Judges what a server stores by what its read operations show, not by its word. */
export interface Effects {
  /** Whether any read operation shows what an operation changes. */
  areObservable(operation: Operation): boolean;
  /** Looks at everything that an operation may change. */
  before(operation: Operation): Promise<World>;
  /** Told of what the server stored for a request of this run: it may not be lost again. */
  note(operation: Operation, answer: ReceivedResponse): void;
  /** What an accepted exchange changed and should not have, or did not change. */
  after(exchange: Exchange, world: World, answer: ReceivedResponse): Promise<Difference[]>;
}

/**
 * The judge of the effects of one run.
 *
 * @param wording How what came is written in the differences.
 */
export function effectsOf(contract: Contract, look: Look, wording: Wording): Effects {
  const reads = readsOf(contract);
  const expected = expectedReads(contract, wording);
  const operationOf = operationFinder(contract);
  return {
    areObservable: (operation) => reads.of(operation).length > 0,
    note: (operation, answer) => expected.note(operation, answer),
    async before(operation) {
      const world = new Map<Read, ReceivedResponse>();
      for (const read of reads.of(operation)) world.set(read, await look(read));
      return world;
    },
    async after(exchange, world, answer) {
      const operation = operationOf(exchange);
      const effects = exchange.effects ?? reads.following(exchange, operation);
      const byRead = new Map(effects.map((effect) => [reads.at(effect)?.key, effect]));
      const differences: Difference[] = [];
      for (const [read, was] of world) {
        const now = await look(read);
        const effect = byRead.get(read.key);
        const found =
          effect === undefined || effect.unchanged
            ? unchanged(was, now)
            : await expected.differences(effect, { exchange, operation, read, was, now, answer });
        differences.push(
          ...found.map((it) => ({ ...it, what: `${read.key} afterwards: ${it.what}` })),
        );
      }
      return differences;
    },
  };
}

function unchanged(was: ReceivedResponse, now: ReceivedResponse): Difference[] {
  if (was.status !== now.status) return compare("status", was.status, now.status);
  if (printOf(was) === printOf(now)) return [];
  return [{ what: "what it shows", expected: "as before", received: "something else" }];
}
