/** Bundles every API of redocly.yaml into dist/, with its exchanges, evidence and source locations. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle, loadConfig } from "@redocly/openapi-core";
import { stringify } from "yaml";
import { readEvidence } from "../build/evidence.ts";
import { readExchanges } from "../build/exchanges.ts";
import { locate } from "../build/locations.ts";
import type { OpenApiDocument } from "../src/document.ts";
import { operations } from "../src/operation.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const dist = join(repository, "spec", "dist");
const config = await loadConfig({ configPath: join(repository, "redocly.yaml") });
const apis = Object.entries(config.resolvedConfig.apis ?? {});

const write = (name: string, text: string) => writeFileSync(join(dist, name), text);
const writeJson = (name: string, value: unknown) =>
  write(name, `${JSON.stringify(value, null, 2)}\n`);

mkdirSync(dist, { recursive: true });
for (const [api, { root }] of apis) {
  const rootFile = join(repository, root);
  const result = await bundle({ config: config.forAlias(api), ref: rootFile });
  for (const { message, location } of result.problems) {
    throw new Error(`${location[0]?.source.absoluteRef ?? root}: ${message}`);
  }
  const document = result.bundle.parsed as OpenApiDocument;
  writeJson(`${api}.json`, document);
  write(`${api}.yaml`, stringify(document, { lineWidth: 0, aliasDuplicateObjects: false }));
  writeJson(`${api}.locations.json`, locate(repository, rootFile, document));
  writeJson(
    `${api}.exchanges.json`,
    readExchanges(repository, api, document, operations(document)),
  );
  writeJson(`${api}.evidence.json`, readEvidence(repository, api));
}
writeJson(
  "apis.json",
  apis.map(([api]) => api),
);
