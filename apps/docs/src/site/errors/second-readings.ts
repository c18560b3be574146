import type { Contradiction } from "@image-apis/spec";
import { entryFinder } from "../evidence/evidence-index.ts";
import type { DocumentedError } from "./documented-errors.ts";

/** What the vendor's pages say differently about the code of an error; nothing for an error without one. */
export function secondReadings({ api, code }: DocumentedError): Contradiction[] {
  if (code === undefined) return [];
  const find = entryFinder(api);
  return api.evidence.provenance.contradictions.filter(({ source }) =>
    source.some((name) => {
      const { entry } = find(name);
      return entry?.kind === "errorCode" && entry.value === code;
    }),
  );
}
