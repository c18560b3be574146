import { type Conditions, loadConditions } from "@image-apis/spec";

/** Why a vendor refuses, in words, and what to do. */
export interface Condition {
  /** As `x-when` names it. */
  name: string;
  symptom: string;
  /** What of the request, or of the server, the reason lies in. */
  kind: Conditions[string]["kind"];
  /** In Markdown. */
  remedy: string;
}

/**
 * Finds the conditions of `spec/conditions.yaml`.
 *
 * @throws Error For a name that it does not have; from the returned function.
 */
export function conditionFinder(
  conditions: Conditions = loadConditions(),
): (name: string) => Condition {
  const known = new Map<string, Condition>();
  for (const [name, { kind, meaning, remedy }] of Object.entries(conditions))
    known.set(name, { name, kind, symptom: meaning.replace(/\.$/, ""), remedy });
  return (name) => {
    const condition = known.get(name);
    if (condition === undefined)
      throw new Error(`spec/conditions.yaml has no condition "${name}".`);
    return condition;
  };
}
