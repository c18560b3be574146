import type { Seed } from "@image-apis/reference";
import type { Json } from "@image-apis/spec";
import { requireScriptedFault } from "../control/scripted-fault.ts";
import type { ScriptedFault } from "../faults/fault-script.ts";
import type { JournalEntry } from "../journal/entry.ts";
import type { MockContext } from "../mock-context.ts";
import { reset } from "../reset.ts";

/** What a test does with a mock, or with a world of it, beside calling it. */
export interface MockWorld {
  /** Where it answers, without a slash at the end: `http://127.0.0.1:4010`. */
  url: string;
  /** What a request to the world carries; nothing for the mock itself. */
  readonly headers: Readonly<Record<string, string>>;
  /** `fetch`, with the headers of the world; for a client that takes one. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Starts again: with the state of the start, an empty journal, no scripted faults, and chance from its seed on.
   *
   * @throws Error for a seed that has become unreadable. Then everything stays as it is.
   */
  reset(): Promise<void>;
  /** The requests that it got, the newest last. */
  requests(): JournalEntry[];
  /**
   * What a stateful mock remembers, as the documents write it.
   *
   * @throws Error for a mock without a state.
   */
  state(): Promise<Record<string, Json>>;
  /**
   * What it remembers, as a seed that another mock can start with.
   *
   * @throws Error for a mock without a state.
   */
  stateAsSeed(): Promise<Seed>;
  /**
   * Lets the next calls of an operation fail, after those that were told before; then calls go on.
   *
   * @throws Problem for an operation or a fault that there is not.
   */
  failNext(fault: ScriptedFault): void;
}

/** The interface of one world. */
export function mockWorld(
  url: string,
  context: () => MockContext,
  headers: Readonly<Record<string, string>> = {},
): MockWorld {
  const held = () => {
    const { state } = context();
    if (state !== undefined) return state;
    throw new Error("This mock keeps no state. Start it with stateful: true.");
  };
  const operations = () => context().documents.current.operations;
  return {
    url,
    headers,
    fetch(input, init) {
      const request = new Request(input, init);
      for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
      return fetch(request);
    },
    reset: () => reset(context()),
    requests: () => JSON.parse(context().journal.json()),
    state: async () => held().snapshot(operations()),
    stateAsSeed: async () => held().seed(),
    failNext: (fault) => context().script.add(requireScriptedFault(fault, operations())),
  };
}
