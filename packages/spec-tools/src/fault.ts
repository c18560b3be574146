import type { ValuePath } from "./location.ts";

/** What is wrong with a file, and at which of its values. */
export interface Fault {
  at: ValuePath;
  message: string;
}

/** What there is where a name was not found; `""` where there is nothing. */
export const choice = (known: readonly string[]) =>
  known.length === 0 ? "" : ` Known: ${known.join(", ")}.`;
