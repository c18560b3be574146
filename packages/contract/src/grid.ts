import type { Contract } from "@image-apis/conformance";
import { type Exchange, operations, type Refusal } from "@image-apis/spec";
import type { Cell } from "./cell.ts";

/** What is proved: exchanges down, faces across. */
export interface Grid {
  /** The heads of the columns. */
  faces: string[];
  rows: Row[];
  /** What a reader has to know of the faces, each note once. */
  notes?: string[];
}

/** One exchange, one refusal, or an operation that has no exchange and therefore stays empty. */
export interface Row {
  api: string;
  operationId: string;
  exchange: Exchange | undefined;
  refusal?: Refusal;
  /** By face; a cell that nobody filled is absent. */
  cells: Record<string, Cell>;
}

/** A grid without a single cell: every exchange, grouped by operation in the document's order. */
export function emptyGrid(contracts: readonly Contract[], faces: string[]): Grid {
  return { faces, rows: contracts.flatMap(emptyRows) };
}

/** Whether every cell is filled and none is red. */
export function isProved({ faces, rows }: Grid): boolean {
  return rows.every(({ cells }) =>
    faces.every((face) => cells[face] !== undefined && cells[face].state !== "red"),
  );
}

function emptyRows({ api, document, exchanges, refusals = [] }: Contract): Row[] {
  const declared = operations(document).map(({ operationId }) => operationId);
  const used = [...exchanges, ...refusals].map(({ operationId }) => operationId);
  return [...new Set([...declared, ...used])].flatMap((operationId): Row[] => {
    const own = exchanges.filter((exchange) => exchange.operationId === operationId);
    const place = { api, operationId };
    return [
      ...(own.length > 0 ? own : [undefined]).map((exchange) => ({
        ...place,
        exchange,
        cells: {},
      })),
      ...refusals
        .filter((refusal) => refusal.operationId === operationId)
        .map((refusal) => ({ ...place, exchange: undefined, refusal, cells: {} })),
    ];
  });
}
