import { type CoverageRow, rowName } from "./coverage.ts";

/** Why rows of the coverage table are empty. */
export interface Reason {
  reason: string;
  /** By `rowName`. */
  rows: string[];
}

/** What is wrong with a coverage table and its reasons; empty when nothing is. */
export function coverageFaults(rows: readonly CoverageRow[], reasons: readonly Reason[]): string[] {
  const stated = reasons.flatMap((it) => it.rows);
  const empty = new Set(rows.filter(({ exchanges }) => exchanges.length === 0).map(rowName));
  const known = new Set(rows.map(rowName));
  return [
    ...[...empty]
      .filter((name) => !stated.includes(name))
      .map((name) => `${name}: no exchange shows it. Add one, or the reason to coverage.yaml.`),
    ...stated
      .filter((name) => !empty.has(name))
      .map((name) =>
        known.has(name)
          ? `${name}: coverage.yaml says why it is empty, but an exchange shows it. Delete the line.`
          : `${name}: coverage.yaml names a row that does not exist. Delete the line.`,
      ),
    ...stated
      .filter((name, index) => stated.indexOf(name) < index)
      .map((name) => `${name}: coverage.yaml gives two reasons. Delete one.`),
    ...reasons
      .filter(({ reason }) => reason.trim() === "")
      .map((it) => `${it.rows.join(", ")}: coverage.yaml gives an empty reason.`),
  ];
}

/** The stated reason for an empty row. */
export function reasonFor(row: CoverageRow, reasons: readonly Reason[]): string | undefined {
  return reasons.find(({ rows }) => rows.includes(rowName(row)))?.reason;
}
