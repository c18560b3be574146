import type { Parameter } from "@image-apis/spec";

/** What is wrong, and where. */
export interface Violation {
  in: Parameter["in"] | "body";
  /** The parameter, the part, or the property as a JSON pointer; `""` for a body as a whole. */
  name: string;
  reason: string;
}

/** A violation as a sentence. */
export function sentence({ in: place, name, reason }: Violation): string {
  if (place !== "body") return `The ${place} parameter "${name}" ${reason}.`;
  return name === "" ? `The body ${reason}.` : `"${name}" in the body ${reason}.`;
}

/** A rule that a request breaks. */
export interface Failure {
  /** The names that `x-when` may give it, the fittest first; empty where the document cannot name it. */
  conditions: string[];
  /** The status of the mock's own response, for a document that names none of the conditions. */
  status: 400 | 413;
  violation: Violation;
}
