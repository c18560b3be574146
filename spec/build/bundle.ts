import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, loadConfig } from "@redocly/openapi-core";
import { stringify } from "yaml";
import type { OpenApiDocument } from "../src/document.ts";
import { operations } from "../src/operation.ts";
import { readEvidence } from "./evidence.ts";
import { readExchanges } from "./exchanges.ts";
import { locate } from "./locations.ts";
import { readRefusals } from "./refusals.ts";

/**
 * Bundles every API of redocly.yaml into a folder: the document as JSON and YAML, its exchanges, its
 * refusals, its evidence and the source location of every pointer. Throws where Redocly finds a problem, such as two components of one
 * name; a component is never renamed.
 */
export async function bundleApis(repository: string, folder: string): Promise<void> {
  const config = await loadConfig({ configPath: join(repository, "redocly.yaml") });
  const apis = Object.entries(config.resolvedConfig.apis ?? {});
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const writeJson = (name: string, value: unknown) =>
    write(name, `${JSON.stringify(value, null, 2)}\n`);

  mkdirSync(folder, { recursive: true });
  for (const [api, { root }] of apis) {
    const rootFile = join(repository, root);
    const result = await bundle({ config: config.forAlias(api), ref: rootFile });
    for (const { message, location } of result.problems) {
      throw new Error(`${location[0]?.source.absoluteRef ?? root}: ${message}`);
    }
    const document = result.bundle.parsed as OpenApiDocument;
    const all = operations(document);
    writeJson(`${api}.json`, document);
    write(`${api}.yaml`, stringify(document, { lineWidth: 0, aliasDuplicateObjects: false }));
    writeJson(`${api}.locations.json`, locate(repository, rootFile, document));
    writeJson(`${api}.exchanges.json`, readExchanges(repository, api, document, all));
    writeJson(`${api}.refusals.json`, readRefusals(repository, api, document, all));
    writeJson(`${api}.evidence.json`, readEvidence(repository, api));
  }
  writeJson(
    "apis.json",
    apis.map(([api]) => api),
  );
}
