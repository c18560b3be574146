import type { Evidence } from "@image-apis/spec";
import type { Contract } from "../contract.ts";

/** What is changed and judged: the contract of one API with the evidence behind its document. */
export interface Subject extends Contract {
  evidence: Evidence;
}
