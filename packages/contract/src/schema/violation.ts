import type { Difference } from "@image-apis/conformance/judging";

/** A rule of the document that a request breaks. */
export interface Violation extends Difference {
  /** The names that `x-when` may have for it; empty where the vocabulary has none. */
  conditions: readonly string[];
}

/** A departure that no condition of the vendor stands for. */
export function mistake(difference: Difference): Violation {
  return { ...difference, conditions: [] };
}
