import type { Kill } from "./judge.ts";
import type { Mutation } from "./mutation.ts";

/** What became of a mutation. */
export interface Outcome {
  mutation: Mutation;
  /** The check that saw it; `undefined` when none did. */
  kill: Kill | undefined;
}
