import { Coverage } from "./journal/coverage.ts";
import { Journal } from "./journal/journal.ts";
import type { Serving } from "./serving.ts";

/** What the mock consists of while it runs. */
export interface Workings {
  /** Replaced as a whole when the documents change. */
  serving: Serving;
  readonly journal: Journal;
  readonly coverage: Coverage;
}

export function newWorkings(serving: Serving): Workings {
  return { serving, journal: new Journal(), coverage: new Coverage() };
}
