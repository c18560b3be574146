import type { ValuePath } from "./place.ts";

/** What is wrong with a file, and at which of its values. */
export interface Fault {
  at: ValuePath;
  message: string;
}
