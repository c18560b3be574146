import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, type Config, loadConfig } from "@redocly/openapi-core";
import { stringify } from "yaml";
import type { SourceLocation } from "../src/apis.ts";
import type { Conditions } from "../src/conditions.ts";
import type { Coverage } from "../src/coverage.ts";
import type { OpenApiDocument } from "../src/document.ts";
import type { Evidence } from "../src/evidence/model.ts";
import type { Exchange } from "../src/exchange.ts";
import { operations } from "../src/operation.ts";
import type { Overlay } from "../src/overlay.ts";
import type { Refusal } from "../src/refusal.ts";
import { readConditions } from "./conditions.ts";
import { readCoverage } from "./coverage.ts";
import { readEvidence } from "./evidence.ts";
import { readExchanges } from "./exchanges.ts";
import { locate } from "./locations.ts";
import { readOverlay } from "./overlay.ts";
import { readRefusals } from "./refusals.ts";
import { markShownStatuses } from "./shown-statuses.ts";
import { readSources, type Sources } from "./sources.ts";
import { withEvidence } from "./with-evidence.ts";

/** One API as other packages read it. */
export interface Bundle {
  api: string;
  document: OpenApiDocument;
  exchanges: Exchange[];
  refusals: Refusal[];
  evidence: Evidence;
  /** What `client.overlay.yaml` says; `undefined` where there is none. */
  overlay: Overlay | undefined;
  /** What the proof does not show of it, and why. */
  coverage: Coverage;
  /** The vocabulary of `x-when`, which all APIs share. */
  conditions: Conditions;
  /** By JSON pointer into the document. */
  locations: Record<string, SourceLocation>;
}

/** Bundles every API of redocly.yaml into a folder, as the loader reads them. Throws as `makeBundles` does. */
export async function bundleApis(repository: string, folder: string): Promise<void> {
  writeBundles(folder, await makeBundles(repository));
}

/**
 * Bundles every API of redocly.yaml: the document, its exchanges, its refusals, its evidence and the source location
 * of every pointer. Throws an Error that names the file where something cannot be read, or where Redocly finds a
 * problem, such as two components of one name; a component is never renamed.
 *
 * @param sources the files under spec/; those that did not change since they were bundled last are not read again.
 */
export async function makeBundles(
  repository: string,
  sources: Sources = readSources(repository),
): Promise<Bundle[]> {
  const config = await loadConfig({ configPath: join(repository, "redocly.yaml") });
  const apis = Object.entries(config.resolvedConfig.apis ?? {});
  if (apis.length === 0) throw new Error("redocly.yaml names no API. Add one under apis:.");
  const bundles: Bundle[] = [];
  for (const [api, { root }] of apis) {
    const document = await bundled(repository, config.forAlias(api), root);
    bundles.push(completeBundle(sources, api, document, locate(sources, root, document)));
  }
  return bundles;
}

async function bundled(repository: string, config: Config, root: string): Promise<OpenApiDocument> {
  const result = await bundle({ config, ref: join(repository, root) }).catch((error: Error) => {
    throw new Error(`${root}: ${error.message}`, { cause: error });
  });
  for (const { message, location } of result.problems) {
    throw new Error(`${location[0]?.source.absoluteRef ?? root}: ${message}`);
  }
  return result.bundle.parsed as OpenApiDocument;
}

/** Puts beside a bundled document what its API's folder holds. Throws where an exchange or a refusal is of no operation. */
export function completeBundle(
  sources: Sources,
  api: string,
  document: OpenApiDocument,
  locations: Record<string, SourceLocation>,
): Bundle {
  const all = operations(document);
  const exchanges = readExchanges(sources, api, document, all);
  markShownStatuses(document, exchanges);
  return {
    api,
    document,
    exchanges,
    refusals: readRefusals(sources, api, document, all),
    evidence: readEvidence(sources, api),
    overlay: readOverlay(sources, api)?.overlay,
    coverage: readCoverage(sources, api),
    conditions: readConditions(sources),
    locations,
  };
}

/** Writes bundles into a folder, as the loader reads them. Whoever reads meanwhile finds no half of a file. */
export function writeBundles(folder: string, bundles: readonly Bundle[]): void {
  mkdirSync(folder, { recursive: true });
  const written = new Set<string>();
  const write = (name: string, text: string) => {
    written.add(name);
    const file = join(folder, name);
    writeFileSync(`${file}.next`, text);
    renameSync(`${file}.next`, file);
  };
  const writeJson = (name: string, value: unknown) =>
    write(name, `${JSON.stringify(value, null, 2)}\n`);

  for (const {
    api,
    document,
    exchanges,
    refusals,
    evidence,
    overlay,
    coverage,
    locations,
  } of bundles) {
    writeJson(`${api}.document.json`, document);
    // For everybody else, who has no other file.
    const published = withEvidence(document, evidence);
    writeJson(`${api}.json`, published);
    write(`${api}.yaml`, stringify(published, { lineWidth: 0, aliasDuplicateObjects: false }));
    writeJson(`${api}.locations.json`, locations);
    writeJson(`${api}.exchanges.json`, exchanges);
    writeJson(`${api}.refusals.json`, refusals);
    writeJson(`${api}.evidence.json`, evidence);
    writeJson(`${api}.overlay.json`, overlay ?? null);
    writeJson(`${api}.coverage.json`, coverage);
  }
  writeJson("conditions.json", bundles[0]?.conditions ?? {});
  writeJson(
    "apis.json",
    bundles.map(({ api }) => api),
  );
  // An API that was removed leaves nothing behind.
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() && !written.has(entry.name)) rmSync(join(folder, entry.name));
  }
}
