import type { Evidence, InventoryEntry, Provenance } from "./model.ts";

/** What became of one vendor page: of its lines, and of the entries its inventory makes of them. */
export interface PageCount {
  key: string;
  title: string;
  address: string;
  /** How many lines the page has. */
  lines: number;
  /** Lines that stand in at least one entry. */
  readLines: number;
  /** Lines that say again what an entry of another page says. */
  repeatedLines: number;
  /** Lines that are left out, each with a reason. */
  leftOutLines: number;
  /** Lines that nothing is said about. */
  unaccountedLines: number;
  entries: number;
  /** Entries that the document follows to the letter. */
  exact: number;
  /** Entries that stand by a reading: overruled by another page, or what something is concluded from. */
  readings: number;
  /** Entries that are left out of the document, each with a reason. */
  leftOut: number;
  /** Entries that no statement claims and no reason leaves out. */
  unaccounted: number;
}

/** Counts the pages the project exists for, in the order of their keys; companions count no lines. */
export function pageCounts({ inventories, provenance }: Evidence): PageCount[] {
  const { statements } = provenance;
  const entriesOf = inventories.flatMap(({ key, entries }) =>
    entries.map((it) => [`${key}#${it.id}`, it] as const),
  );
  const exact = exactSources(provenance, new Map(entriesOf));
  const claimed = new Set(statements.flatMap(({ source }) => source));
  const dropped = new Set(provenance.leftOut.map(({ source }) => source));
  return inventories
    .filter(({ isCompanion }) => !isCompanion)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, title, address, lineCount = 0, entries, leftOut = [] }) => {
      const lines = Array.from({ length: lineCount }, (_, index) => index + 1);
      const read = new Set(entries.flatMap((it) => it.lines ?? []));
      const left = new Set(leftOut.flatMap((it) => it.lines));
      const repeated = new Set(leftOut.flatMap((it) => (it.as === undefined ? [] : it.lines)));
      const sources = entries.map(({ id }) => `${key}#${id}`);
      const isReading = (it: string) => claimed.has(it) && !exact.has(it);
      return {
        key,
        title,
        address,
        lines: lineCount,
        readLines: lines.filter((it) => read.has(it)).length,
        repeatedLines: lines.filter((it) => repeated.has(it) && !read.has(it)).length,
        leftOutLines: lines.filter((it) => left.has(it) && !repeated.has(it) && !read.has(it))
          .length,
        unaccountedLines: lines.filter((it) => !read.has(it) && !left.has(it)).length,
        entries: entries.length,
        exact: sources.filter((it) => exact.has(it)).length,
        readings: sources.filter(isReading).length,
        leftOut: sources.filter((it) => dropped.has(it) && !claimed.has(it)).length,
        unaccounted: sources.filter((it) => !claimed.has(it) && !dropped.has(it)).length,
      };
    });
}

/** What a page states and the document repeats, though another page may say otherwise of it. */
function exactSources(
  { statements, contradictions }: Provenance,
  entries: ReadonlyMap<string, InventoryEntry>,
): Set<string> {
  return new Set(
    statements.flatMap(({ kind, status, source, contradictions: numbers = [] }) => {
      if (status === "documented") return source;
      if (status !== "contradicted" || kind === "behaviour" || kind === "claim") return [];
      const overruled = contradictions.flatMap((it) =>
        numbers.includes(it.number) ? (it.overruled ?? []) : [],
      );
      return source.filter((it) => entries.get(it)?.kind === kind && !overruled.includes(it));
    }),
  );
}
