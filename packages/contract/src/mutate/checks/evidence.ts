import { checkEvidence, exchangeProblems } from "@image-apis/spec/evidence";
import type { Check } from "../check.ts";

/**
 * The inventories of the vendors' pages: every statement has its source, and says what the source says; no exchange
 * claims more than that.
 */
export const evidenceCheck: Check = {
  name: "evidence",
  sees: "evidence",
  complaint({ document, evidence, exchanges }) {
    const [first] = checkEvidence(document, evidence);
    if (first !== undefined) return [first.pointer, first.message].filter(Boolean).join(": ");
    const [claim] = exchangeProblems(document, evidence, exchanges);
    return claim && `${claim.exchange}: ${claim.message}`;
  },
};
