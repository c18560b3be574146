import { apiNames, loadCoverage } from "@image-apis/spec";
import type { Reason } from "../src/coverage/reasons.ts";

/** The reasons of `spec/<api>/coverage.yaml` why rows of the coverage table are empty. */
export function coverageReasons(): Reason[] {
  return apiNames().flatMap((api) =>
    loadCoverage(api).reasons.map(({ reason, rows }) => ({
      reason,
      rows: rows.map((row) => `${api} ${row}`),
    })),
  );
}
