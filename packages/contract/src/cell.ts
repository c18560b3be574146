import type { Difference } from "@image-apis/conformance/judging";

/** What one face says about one exchange. */
export type Cell =
  | { state: "ok" }
  | { state: "red"; differences: readonly [Difference, ...Difference[]] }
  /** Not proved here, for a reason that stands in the cell. */
  | { state: "stated"; reason: string };

/** `ok` when there is no difference. */
export function cellOf(differences: readonly Difference[]): Cell {
  const [first, ...others] = differences;
  return first === undefined ? { state: "ok" } : { state: "red", differences: [first, ...others] };
}

/** The red cell of a face that could not even look. */
export function failedCell(error: unknown): Cell {
  const received = error instanceof Error ? error.message : String(error);
  return cellOf([{ what: "the proof", expected: "to run", received }]);
}
