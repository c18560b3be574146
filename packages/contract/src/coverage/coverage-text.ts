import { styleText } from "node:util";
import { type CoverageRow, rowName } from "./coverage.ts";
import { type Reason, reasonFor } from "./reasons.ts";

/**
 * Writes a coverage table, a line for each row: how many exchanges show it, or why none does.
 *
 * @param colour Whether to colour it, for a terminal that can.
 */
export function coverageText(
  rows: readonly CoverageRow[],
  reasons: readonly Reason[],
  colour = false,
): string {
  const paint = (format: "red" | "yellow" | "bold", text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const lines: string[] = [];
  const width = Math.max(...rows.map((row) => label(row).length), 0) + 4;
  let heading = "";
  for (const row of rows) {
    const operation = `${row.api} ${row.operationId}`;
    if (operation !== heading) lines.push(paint("bold", operation));
    heading = operation;
    const { length } = row.exchanges;
    const reason = reasonFor(row, reasons);
    const empty = reason === undefined ? paint("red", "empty") : paint("yellow", `none: ${reason}`);
    const shown = `${length} exchange${length === 1 ? "" : "s"}`;
    lines.push(`  ${label(row)}`.padEnd(width) + (length > 0 ? shown : empty));
  }
  const shown = rows.filter(({ exchanges }) => exchanges.length > 0).length;
  return [...lines, "", `${shown} of ${rows.length} rows shown by exchanges`].join("\n");
}

/** The row's name without that of its operation. */
function label(row: CoverageRow): string {
  return rowName(row).slice(`${row.api} ${row.operationId}: `.length);
}
