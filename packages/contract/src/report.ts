import type { Contract } from "@image-apis/conformance";
import type { Cell } from "./cell.ts";
import { type CoverageRow, coverage } from "./coverage/coverage.ts";
import { coverageFaults, type Reason, reasonFor } from "./coverage/reasons.ts";
import { type Grid, isProved } from "./grid.ts";

/** Everything `npm run contract` finds out, as `dist/grid.json` holds it. */
export interface Report {
  /** Whether no cell is red or empty and the coverage has no fault. */
  isProved: boolean;
  /** The heads of the grid's columns. */
  faces: string[];
  /** What a reader has to know of the faces, for example a language that was not run. */
  notes: string[];
  rows: ReportRow[];
  coverage: (CoverageRow & { reason?: string })[];
  /** What is wrong with the coverage and its reasons. */
  coverageFaults: string[];
}

/** A row of the grid. */
export interface ReportRow {
  api: string;
  operationId: string;
  /** An operation without an exchange is `empty`. */
  kind: "exchange" | "refusal" | "empty";
  name: string;
  summary: string;
  /** From the root of the repository. */
  file: string;
  /** The vendor page and how the exchange follows from it; a refusal has none. */
  evidence?: { source: string; status: string };
  /** By face. */
  cells: Record<string, Cell>;
}

/** Puts the grid and the coverage of some contracts together. */
export function report(
  contracts: readonly Contract[],
  grid: Grid,
  reasons: readonly Reason[],
): Report {
  const rows = coverage(contracts);
  const faults = coverageFaults(rows, reasons);
  return {
    isProved: isProved(grid) && faults.length === 0,
    faces: grid.faces,
    notes: grid.notes ?? [],
    rows: grid.rows.map(({ api, operationId, exchange, refusal, cells }) => {
      const { name = "(no exchange)", summary = "", file = "" } = exchange ?? refusal ?? {};
      const kind = exchange ? "exchange" : refusal ? "refusal" : "empty";
      const evidence = exchange && { source: exchange.source, status: exchange.status };
      return { api, operationId, kind, name, summary, file, ...(evidence && { evidence }), cells };
    }),
    coverage: rows.map((row) => {
      const reason = reasonFor(row, reasons);
      return { ...row, ...(reason !== undefined && { reason }) };
    }),
    coverageFaults: faults,
  };
}
