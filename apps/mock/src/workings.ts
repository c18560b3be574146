import { type Access, readAccess } from "./access.ts";
import { Documents } from "./documents.ts";
import type { Weather } from "./faults/disturbance.ts";
import { Coverage } from "./journal/coverage.ts";
import { Journal } from "./journal/journal.ts";
import type { Serving } from "./serving.ts";
import type { State } from "./state/state.ts";
import { UnderWay } from "./under-way.ts";

/** What the mock consists of while it runs. */
export interface Workings {
  readonly documents: Documents;
  readonly journal: Journal;
  readonly coverage: Coverage;
  /** `undefined` for a mock that answers by the documents alone. */
  readonly state: State | undefined;
  readonly weather: Weather;
  readonly access: Access;
  readonly underWay: UnderWay;
  /** Aborted when the mock is told to close: what would go on without an end then ends. */
  readonly closing: AbortController;
}

/** What of the workings is not the same for every mock. */
interface Own {
  state?: State | undefined;
  weather?: Weather;
  access?: Access;
}

export function newWorkings(
  serving: Serving,
  { state, weather = {}, access = readAccess({}) }: Own = {},
): Workings {
  return {
    documents: new Documents(serving),
    journal: new Journal(),
    coverage: new Coverage(),
    state,
    weather,
    access,
    underWay: new UnderWay(),
    closing: new AbortController(),
  };
}
