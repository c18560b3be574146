export { withoutCredentials } from "./agreement.ts";
export { checkEvidence, type EvidenceProblem } from "./check.ts";
export { type PageCount, pageCounts } from "./count.ts";
export { type ExchangeProblem, exchangeProblems } from "./exchanges.ts";
export { onOneLine } from "./prose.ts";
