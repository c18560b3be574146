import { Documents } from "./documents.ts";
import type { Weather } from "./faults/disturbance.ts";
import { Coverage } from "./journal/coverage.ts";
import { Journal } from "./journal/journal.ts";
import type { Serving } from "./serving.ts";
import type { State } from "./state/state.ts";

/** What the mock consists of while it runs. */
export interface Workings {
  readonly documents: Documents;
  readonly journal: Journal;
  readonly coverage: Coverage;
  /** `undefined` for a mock that answers by the documents alone. */
  readonly state: State | undefined;
  readonly weather: Weather;
  /** Aborted when the mock is told to close: what would go on without an end then ends. */
  readonly closing: AbortController;
}

export function newWorkings(serving: Serving, state?: State, weather: Weather = {}): Workings {
  return {
    documents: new Documents(serving),
    journal: new Journal(),
    coverage: new Coverage(),
    state,
    weather,
    closing: new AbortController(),
  };
}
