import type { Conditions } from "../src/conditions.ts";
import type { Sources } from "./sources.ts";
import { yamlMapping } from "./yaml-file.ts";

export const conditionsFile = "spec/conditions.yaml";

/** The vocabulary of `x-when`. */
export function readConditions(sources: Sources): Conditions {
  const source = sources.get(conditionsFile);
  // The cast: the lint holds the file against its schema.
  return source === undefined ? {} : (yamlMapping(source) as Conditions);
}
