import { checkEvidence } from "@image-apis/spec/evidence";
import type { Check } from "../check.ts";

/** The inventories of the vendors' pages: every statement has its source, and says what the source says. */
export const evidenceCheck: Check = {
  name: "evidence",
  sees: "evidence",
  complaint({ document, evidence }) {
    const [first] = checkEvidence(document, evidence);
    return first && [first.pointer, first.message].filter(Boolean).join(": ");
  },
};
