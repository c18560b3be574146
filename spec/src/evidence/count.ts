import type { Evidence } from "./model.ts";

/** What became of one vendor page: of its lines, and of the entries its inventory makes of them. */
export interface PageCount {
  key: string;
  title: string;
  address: string;
  /** How many lines the page has. */
  lines: number;
  /** Lines that stand in at least one entry. */
  readLines: number;
  /** Lines that are left out, each with a reason. */
  leftOutLines: number;
  /** Lines that nothing is said about. */
  unaccountedLines: number;
  entries: number;
  /** Entries that a statement follows to the letter. */
  exact: number;
  /** Entries that stand by a reading: one of a contradiction, or a conclusion. */
  readings: number;
  /** Entries that are left out of the document, each with a reason. */
  leftOut: number;
  /** Entries that no statement claims and no reason leaves out. */
  unaccounted: number;
}

/** Counts the pages the project exists for, in the order of their keys; companions count no lines. */
export function pageCounts({ inventories, provenance }: Evidence): PageCount[] {
  const { statements } = provenance;
  const exact = new Set(
    statements.flatMap(({ status, source }) => (status === "documented" ? source : [])),
  );
  const claimed = new Set(statements.flatMap(({ source }) => source));
  const dropped = new Set(provenance.leftOut.map(({ source }) => source));
  return inventories
    .filter(({ isCompanion }) => !isCompanion)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, title, address, lineCount = 0, entries, leftOut = [] }) => {
      const lines = Array.from({ length: lineCount }, (_, index) => index + 1);
      const read = new Set(entries.flatMap((it) => it.lines ?? []));
      const left = new Set(leftOut.flatMap((it) => it.lines));
      const sources = entries.map(({ id }) => `${key}#${id}`);
      const isReading = (it: string) => claimed.has(it) && !exact.has(it);
      return {
        key,
        title,
        address,
        lines: lineCount,
        readLines: lines.filter((it) => read.has(it)).length,
        leftOutLines: lines.filter((it) => left.has(it) && !read.has(it)).length,
        unaccountedLines: lines.filter((it) => !read.has(it) && !left.has(it)).length,
        entries: entries.length,
        exact: sources.filter((it) => exact.has(it)).length,
        readings: sources.filter(isReading).length,
        leftOut: sources.filter((it) => dropped.has(it) && !claimed.has(it)).length,
        unaccounted: sources.filter((it) => !claimed.has(it) && !dropped.has(it)).length,
      };
    });
}
