import type { Coverage } from "../src/coverage.ts";
import type { Sources } from "./sources.ts";
import { yamlMapping } from "./yaml-file.ts";

/** What the proof does not show of an API, and why. */
export function readCoverage(sources: Sources, api: string): Coverage {
  const nothing: Coverage = { reasons: [], stockPrism: [], withoutConversion: [] };
  const source = sources.get(`spec/${api}/coverage.yaml`);
  // The cast: the lint holds the file against its schema.
  return source === undefined ? nothing : { ...nothing, ...(yamlMapping(source) as Coverage) };
}
