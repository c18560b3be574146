import { type Conditions, loadConditions } from "@image-apis/spec";
import type { ContentFile } from "../content/content-folder.ts";

/** Why a vendor refuses, in words, and what to do. */
export interface Condition {
  /** As `x-when` names it. */
  name: string;
  symptom: string;
  remedy: ContentFile;
}

/**
 * Finds the conditions of `spec/conditions.yaml`.
 *
 * @throws Error For a name that it does not have; from the returned function.
 */
export function conditionFinder(
  conditions: Conditions = loadConditions(),
): (name: string) => Condition {
  const known = new Map(
    Object.entries(conditions).map(([name, { meaning, remedy }]): [string, Condition] => {
      const symptom = meaning.replace(/\.$/, "");
      const path = "spec/conditions.yaml";
      return [
        name,
        { name, symptom, remedy: { path, name, title: symptom, body: remedy, bodyLine: 1 } },
      ];
    }),
  );
  return (name) => {
    const condition = known.get(name);
    if (condition === undefined)
      throw new Error(`spec/conditions.yaml has no condition "${name}".`);
    return condition;
  };
}
