import type { CoverageReason } from "../src/coverage.ts";
import type { Sources } from "./sources.ts";
import { yamlMapping } from "./yaml-file.ts";

/** Why no exchange shows some of what the document declares. */
export function readCoverageReasons(sources: Sources, api: string): CoverageReason[] {
  const source = sources.get(`spec/${api}/coverage.yaml`);
  if (source === undefined) return [];
  // The cast: the lint holds the file against its schema.
  return (yamlMapping(source) as { reasons: CoverageReason[] }).reasons;
}
