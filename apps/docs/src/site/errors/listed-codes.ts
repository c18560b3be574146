import type { Api } from "../api.ts";
import { entryFinder } from "../evidence/evidence-index.ts";

/** A code that a vendor's page lists and that no documented answer shows. */
export interface ListedCode {
  code: number;
  api: Api;
  /** The page that lists it. */
  title: string;
  address: string;
  /** Where on that page. */
  place: string;
  /** Why no answer shows it. */
  why: string;
}

/** The codes among what provenance.yaml leaves out, by API and then by code. */
export function listedCodes(apis: readonly Api[]): ListedCode[] {
  return apis.flatMap((api) => {
    const find = entryFinder(api);
    return api.evidence.provenance.leftOut
      .flatMap(({ source, why }) => {
        const { title, address, entry } = find(source);
        if (entry?.kind !== "errorCode" || typeof entry.value !== "number") return [];
        return [{ code: entry.value, api, title, address, place: entry.place, why }];
      })
      .sort((a, b) => a.code - b.code);
  });
}
