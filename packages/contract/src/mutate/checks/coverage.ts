import { coverage } from "../../coverage/coverage.ts";
import { coverageFaults, type Reason } from "../../coverage/reasons.ts";
import type { Check } from "../check.ts";

/**
 * The coverage table: everything the document declares is shown by an exchange, or has a reviewed reason.
 *
 * @param reasons Of all APIs.
 */
export function coverageCheck(reasons: readonly Reason[]): Check {
  return {
    name: "coverage",
    sees: "document",
    complaint(subject) {
      const own = reasons.map(({ reason, rows }) => ({
        reason,
        rows: rows.filter((row) => row.startsWith(`${subject.api} `)),
      }));
      return coverageFaults(coverage([subject]), own)[0];
    },
  };
}
