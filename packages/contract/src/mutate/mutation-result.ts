import type { Kill } from "./find-kill.ts";
import type { Mutation } from "./mutation.ts";

/** What became of a mutation. */
export interface MutationResult {
  mutation: Mutation;
  /** The check that saw it; `undefined` when none did. */
  kill: Kill | undefined;
}
