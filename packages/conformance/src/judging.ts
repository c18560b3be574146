/** How a response is held against the documented one, for others who judge responses. */
export {
  asItCame,
  compare,
  type Difference,
  fingerprint,
  inside,
  inWords,
  type Wording,
} from "./difference.ts";
export {
  bodyBytes,
  type ExpectedBody,
  type ExpectedResponse,
  expectedResponse,
} from "./expected-response.ts";
export { schemaValidation, type Validation } from "./schema/validation.ts";
export {
  type BodyComparison,
  parseJson,
  type ReceivedResponse,
  valueDifferences,
} from "./server/received-response.ts";
export { refusalDifferences } from "./server/refusal.ts";
export { send } from "./server/send.ts";
export { verdictDifferences } from "./server/verdict-differences.ts";
export { setupSteps } from "./setup-steps.ts";
export { anyServerRules } from "./volatile-fields/any-server.ts";
export { bodyDifferences } from "./volatile-fields/compare.ts";
export { historyOf } from "./volatile-fields/history.ts";
export { readMarks } from "./volatile-fields/marks.ts";
export type { Rules } from "./volatile-fields/rule.ts";
export { statefulRules } from "./volatile-fields/stateful-rules.ts";
