import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Evidence, Inventory, Provenance, Statement } from "../src/evidence/model.ts";

/** Provenance as it is written: a statement may name one pointer or one source without a list. */
type WrittenProvenance = Omit<Provenance, "statements"> & {
  statements: (Omit<Statement, "at" | "source"> & {
    at: string | string[];
    source?: string | string[];
  })[];
};

/** Reads an API's inventories and its provenance. */
export function readEvidence(repository: string, api: string): Evidence {
  const folder = join(repository, "spec", api);
  const sources = join(folder, "sources");
  const inventories = readdirSync(sources)
    .sort()
    .map((name) => parse(readFileSync(join(sources, name), "utf8")) as Inventory);
  const written = parse(readFileSync(join(folder, "provenance.yaml"), "utf8")) as WrittenProvenance;
  const statements = written.statements.map((statement) => ({
    ...statement,
    at: [statement.at].flat(),
    source: [statement.source ?? []].flat(),
  }));
  return { inventories, provenance: { ...written, statements } };
}
