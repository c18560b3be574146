import type { SecretSource } from "./credentials.ts";
import type { Difference } from "./difference.ts";

/** What a run found out, as `--report json` prints it. */
export interface ConformanceReport {
  api: string;
  /** The title and the version of the document. */
  document: { title: string; version: string };
  target: string;
  /** ISO 8601. */
  startedAt: string;
  milliseconds: number;
  credentials: readonly SecretSource[];
  counts: Record<Outcome, number>;
  /** In the order of the document. */
  operations: OperationResult[];
  /** What the run created or changed and that stays, a sentence each. */
  leftBehind: string[];
  /** Those of `leftBehind` that should have been removed or put back; left out where there are none. */
  notRemoved?: string[];
}

export type Outcome = "conforms" | "differs" | "not sent";

export interface OperationResult {
  operationId: string;
  method: string;
  path: string;
  results: Result[];
}

/** An exchange or a refusal on the server. */
export interface Result {
  id: string;
  kind: "exchange" | "refusal";
  name: string;
  summary: string;
  /** Of an exchange: the vendor page, and whether it shows the response or it was concluded. */
  evidence?: { source: string; status: string; reason?: string };
  outcome: Outcome;
  /** Why it was not sent. */
  reason?: string;
  /** What was sent: method and target. */
  request?: string;
  /**
   * Of what changes data: whether what it changed was judged by what the read operations show afterwards. `not
   * observable` where the API has no read operation for it, `not judged` with `--examples-only`.
   */
  effect?: "judged" | "not judged" | "not observable";
  differences: Difference[];
  /** What came, where it differs: the head of the response and the beginning of its body. */
  received?: string;
  milliseconds: number;
}

/**
 * The exit code of a run: 0 conforms; 1 differs, or something stays that should have been removed; 2 could not run, checked nothing, was interrupted,
 * or left out what changes data for want of `--allow-writes`.
 *
 * @param isReadOnly Whether it is meant that what changes data is not sent.
 */
export function exitCodeOf(report: ConformanceReport, isReadOnly: boolean): number {
  const { counts, operations, notRemoved = [] } = report;
  if (counts.differs > 0 || notRemoved.length > 0) return 1;
  if (isNothingChecked(report)) return 2;
  const results = operations.flatMap((it) => it.results);
  const isLeftOut = (why: string) => results.some(({ reason }) => reason === why);
  return isLeftOut("interrupted") || (isLeftOut("changes data") && !isReadOnly) ? 2 : 0;
}

/** Whether everything that was asked for was left out. */
export function isNothingChecked({ counts }: Pick<ConformanceReport, "counts">): boolean {
  return counts.conforms + counts.differs === 0;
}
