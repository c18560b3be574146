import type { Evidence, Inventory, Provenance, Statement } from "../src/evidence/model.ts";
import { filesBelow, type Sources } from "./sources.ts";
import { yamlMapping } from "./yaml-file.ts";

/** Provenance as it is written: a statement may name one pointer or one source without a list. */
type WrittenProvenance = Omit<Provenance, "statements"> & {
  statements: (Omit<Statement, "at" | "source"> & {
    at: string | string[];
    source?: string | string[];
  })[];
};

/** Reads an API's inventories and its provenance. Throws where there is no provenance.yaml. */
export function readEvidence(sources: Sources, api: string): Evidence {
  const folder = `spec/${api}`;
  const inventories = filesBelow(sources, `${folder}/sources/`).map((file) => ({
    ...(yamlMapping(file) as Inventory),
    ...(file.file.endsWith(".companion.yaml") && { isCompanion: true }),
  }));
  const provenance = sources.get(`${folder}/provenance.yaml`);
  if (provenance === undefined) throw new Error(`${folder}/provenance.yaml is missing.`);
  const written = yamlMapping(provenance) as WrittenProvenance;
  const statements = written.statements.map((statement) => ({
    ...statement,
    at: [statement.at].flat(),
    source: [statement.source ?? []].flat(),
  }));
  return { inventories, provenance: { ...written, statements } };
}
