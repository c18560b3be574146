import type { Conditions } from "./conditions.ts";
import type { Coverage } from "./coverage.ts";
import type { OpenApiDocument } from "./document.ts";
import type { Evidence } from "./evidence/model.ts";
import type { Exchange } from "./exchange.ts";
import { readPackageFile, readPackageJson } from "./files.ts";
import type { Overlay } from "./overlay.ts";
import type { Refusal } from "./refusal.ts";

/** The vocabulary of `x-when`, which all APIs share. */
export function loadConditions(): Conditions {
  return readPackageJson<Conditions>("dist/conditions.json");
}

/** Where a statement stands in the sources: file from the root of the repository, line and column from 1. */
export interface SourceLocation {
  file: string;
  line: number;
  column: number;
}

/** The names of all APIs, in the order of redocly.yaml. */
export function apiNames(): string[] {
  return readPackageJson<string[]>("dist/apis.json");
}

/** The bundled document of an API. Every call returns a copy of its own. */
export function loadDocument(api: string): OpenApiDocument {
  return readPackageJson<OpenApiDocument>(`dist/${api}.document.json`);
}

/** The bundled document as text, in which `x-evidence` says where each statement comes from. */
export function documentText(api: string, format: "json" | "yaml"): string {
  return readPackageFile(`dist/${api}.${format}`).toString("utf8");
}

/** Every exchange of an API, in the order of operation and name. */
export function loadExchanges(api: string): Exchange[] {
  return readPackageJson<Exchange[]>(`dist/${api}.exchanges.json`);
}

/** Every refusal of an API, in the order of operation and name. */
export function loadRefusals(api: string): Refusal[] {
  return readPackageJson<Refusal[]>(`dist/${api}.refusals.json`);
}

/** The decisions of `client.overlay.yaml` about the API in code; `undefined` where the API has none. */
export function loadOverlay(api: string): Overlay | undefined {
  return readPackageJson<Overlay | null>(`dist/${api}.overlay.json`) ?? undefined;
}

/** What the proof does not show of an API, and why. */
export function loadCoverage(api: string): Coverage {
  return readPackageJson<Coverage>(`dist/${api}.coverage.json`);
}

/** The vendor pages' inventories and the provenance of an API's document. */
export function loadEvidence(api: string): Evidence {
  return readPackageJson<Evidence>(`dist/${api}.evidence.json`);
}

/** Finds the source of a JSON pointer into the bundle; of a pointer too deep, the nearest ancestor's. */
export function sourceLocations(api: string): (pointer: string) => SourceLocation {
  const locations = readPackageJson<Record<string, SourceLocation>>(`dist/${api}.locations.json`);
  return (pointer) => {
    for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const found = locations[at];
      if (found !== undefined) return found;
    }
    return { file: `spec/${api}/openapi.yaml`, line: 1, column: 1 };
  };
}
