import { loadContracts } from "@image-apis/conformance";
import { loadEvidence } from "@image-apis/spec";
import type { Subject } from "../../src/mutate/subject.ts";

/** Every API of the repository with its evidence. */
export function loadSubjects(): Subject[] {
  return loadContracts().map((contract) => ({
    ...contract,
    evidence: loadEvidence(contract.api),
  }));
}
