import { KeptBytes } from "@image-apis/http-contract";
import { FaultScript } from "../faults/fault-script.ts";
import { Journal } from "../journal/journal.ts";
import type { MockContext } from "../mock-context.ts";
import { Random } from "../random/random.ts";
import { State, type StateStart } from "../stateful/state.ts";
import { type WorldLimits, Worlds, worldLimits } from "./worlds.ts";

/** What one world keeps at most; the rest of its bounds are those of the mock. */
const worldBounds = {
  journal: { entries: 200, characters: 1024 * 1024 },
  store: { totalBytes: 64 * 1024 * 1024, fileCharacters: 1024 * 1024 },
};

/** As much as a scripted fault takes, in bytes. */
const scriptedBytes = 256;

/** How the worlds of a mock begin. */
export interface WorldStart {
  randomSeed: string | undefined;
  /** `undefined` for worlds without a state. */
  stateStart: StateStart | undefined;
  limits: Partial<WorldLimits> | undefined;
}

/** Gives a mock worlds: each has a state, a journal, scripted faults and chance of its own, and the rest in common. */
export function withWorlds(
  shared: MockContext,
  { randomSeed, stateStart, limits }: WorldStart,
): MockContext {
  const ends = new WeakMap<MockContext, AbortController>();
  const most = limits?.bytes ?? worldLimits.bytes;
  // While files arrive, nothing can be ended for them: there is as much room again.
  const arriving = new KeptBytes(() => worlds.bytes, 2 * most);
  const worlds: Worlds<MockContext> = new Worlds({
    async begin() {
      const random = new Random(randomSeed);
      const state =
        stateStart && new State(random, stateStart, { bounds: worldBounds.store, arriving });
      await state?.reset(shared.documents.current.operations);
      const ended = new AbortController();
      const world: MockContext = {
        ...context,
        journal: new Journal(worldBounds.journal),
        state,
        script: new FaultScript(),
        random,
        closing: AbortSignal.any([shared.closing, ended.signal]),
      };
      ends.set(world, ended);
      return world;
    },
    bytes: ({ journal, state, script }) =>
      2 * journal.characters + (state?.heldBytes ?? 0) + scriptedBytes * script.size,
    end: (world) => ends.get(world)?.abort(),
    ...(limits && { limits }),
  });
  const context: MockContext = { ...shared, worlds };
  return context;
}
