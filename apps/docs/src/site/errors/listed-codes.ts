import type { Api } from "../api.ts";
import { entryFinder } from "../evidence/evidence-index.ts";

/** A code that a vendor's page names and that no documented response shows. */
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
    const leftOut = api.evidence.provenance.leftOut.flatMap(({ source, why }) => {
      const { title, address, entry } = find(source);
      if (entry?.kind !== "errorCode" || typeof entry.value !== "number") return [];
      return [{ code: entry.value, api, title, address, place: entry.place, why }];
    });
    return [...leftOut, ...namedInPassing(api)].sort((a, b) => a.code - b.code);
  });
}

/** Codes that a page names with their reason, `1061, the lookup header without the lookup type`, and no table of the operation has. */
function namedInPassing(api: Api): ListedCode[] {
  return api.evidence.inventories.flatMap(({ title, address, entries }) =>
    entries.flatMap(({ id, kind, place, value }) => {
      const [, code, reason] =
        kind === "behaviour" && id.startsWith("code.") && typeof value === "string"
          ? (/^(\d+), (.+)$/.exec(value) ?? [])
          : [];
      if (code === undefined || reason === undefined) return [];
      const why = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
      return [{ code: Number(code), api, title, address, place, why }];
    }),
  );
}
