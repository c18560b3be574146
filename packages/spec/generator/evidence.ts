import type {
  Evidence,
  Inventory,
  InventoryEntry,
  LeftOutLines,
  Provenance,
  Statement,
} from "../src/evidence/model.ts";
import { filesBelow, type Sources } from "./sources.ts";
import { yamlMapping } from "./yaml-file.ts";

/** Lines as they are written: `7`, `7-9`, or a list of both. */
type WrittenLines = number | string | (number | string)[];

/** An inventory as it is written. */
type WrittenInventory = Omit<Inventory, "entries" | "leftOut"> & {
  entries: (Omit<InventoryEntry, "lines"> & { lines?: WrittenLines })[];
  leftOut?: (Omit<LeftOutLines, "lines"> & { lines: WrittenLines })[];
};

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
    ...withEachLine(yamlMapping(file) as WrittenInventory),
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

function withEachLine({ entries, leftOut, ...page }: WrittenInventory): Inventory {
  return {
    ...page,
    entries: entries.map(({ lines, ...entry }) => ({
      ...entry,
      ...(lines !== undefined && { lines: eachLine(lines) }),
    })),
    ...(leftOut && { leftOut: leftOut.map((it) => ({ ...it, lines: eachLine(it.lines) })) }),
  };
}

/** Every line of `[7, 9-11]`. Of a range that runs backwards there is none. */
function eachLine(written: WrittenLines): number[] {
  return [written].flat().flatMap((part) => {
    const [from = 0, to = from] = String(part).split("-").map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  });
}
