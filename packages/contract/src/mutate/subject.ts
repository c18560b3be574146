import type { Contract } from "@image-apis/conformance";
import type { Evidence } from "@image-apis/spec";

/** What is changed and judged: the contract of one API with the evidence behind its document. */
export interface Subject extends Contract {
  evidence: Evidence;
}
