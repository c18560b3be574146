import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Evidence, Inventory, Provenance, Statement } from "../src/evidence.ts";

/** Statements may name one pointer or one source without a list. */
type WrittenStatement = Omit<Statement, "at" | "source"> & {
  at: string | string[];
  source: string | string[];
};

/** Reads an API's inventories and its provenance. */
export function readEvidence(repository: string, api: string): Evidence {
  const folder = join(repository, "spec", api);
  const sources = join(folder, "sources");
  const inventories = readdirSync(sources)
    .sort()
    .map((name) => parse(readFileSync(join(sources, name), "utf8")) as Inventory);
  const file = join(folder, "provenance.yaml");
  if (!existsSync(file))
    return { inventories, provenance: { statements: [], contradictions: [], leftOut: [] } };
  const written = parse(readFileSync(file, "utf8")) as Omit<Provenance, "statements"> & {
    statements: WrittenStatement[];
  };
  const statements = written.statements.map(
    (statement) =>
      ({ ...statement, at: [statement.at].flat(), source: [statement.source].flat() }) as Statement,
  );
  return { inventories, provenance: { ...written, statements } };
}
