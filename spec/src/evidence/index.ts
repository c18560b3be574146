export { withoutCredentials } from "./agreement.ts";
export { checkEvidence, type EvidenceProblem } from "./check.ts";
