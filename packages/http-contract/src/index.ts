/** How a request is read and what breaks a documented rule; nothing here reads a form, so busboy need not be there. */
export type { FormFile, FormPart } from "./body/form.ts";
export { JoinedPieces } from "./body/joined-pieces.ts";
export { jsonFault } from "./body/json-fault.ts";
export {
  KeptBytes,
  maxKeptBytes,
  maxTotalBytes,
  type Reservation,
} from "./body/kept-bytes.ts";
export { type Keeping, type Measurement, Meter } from "./body/measurement.ts";
export type { BodySource, ReceivedBody } from "./body/received-body.ts";
export type { HandledRequest, Verdict } from "./call/handled-request.ts";
export { newTrace, type Trace } from "./call/trace.ts";
export {
  type BodyCondition,
  bodyConditions,
  isBodyCondition,
} from "./conditions/body-conditions.ts";
export { bodyFailures } from "./conditions/body-failures.ts";
export { type ConditionTable, conditionTable } from "./conditions/condition-table.ts";
export { type Failure, sentence, type Violation } from "./conditions/failure.ts";
export {
  type ParameterConditions,
  parameterConditions,
} from "./conditions/parameter-conditions.ts";
export { inputFailures, type SchemaViolation } from "./conditions/parameter-failures.ts";
export { refusal } from "./conditions/refusal.ts";
export { imageHeadSize, imageType } from "./files/image-type.ts";
export {
  type BrokenLimit,
  brokenFileCounts,
  brokenFileLimits,
  type MeasuredFile,
} from "./files/limits.ts";
export { expandedPath, type ParameterValues, parameterValues } from "./head/parameters.ts";
export { authorise, broughtSchemes } from "./head/security.ts";
export { originOf, parseTarget, splitTarget, type Target } from "./head/target.ts";
export { type Masking, masking } from "./masking/masking.ts";
export { fewSentences, shortened, shortSentence } from "./masking/shortened.ts";
export { acceptedRanges, accepts, decidingRanges } from "./negotiation/accept.ts";
export { askedFormat } from "./negotiation/asked-format.ts";
export {
  declaredFor,
  documentedMediaType,
  essence,
  isIn,
  isJson,
  isXml,
  mediaTypeOf,
} from "./negotiation/media-type.ts";
export { serialise } from "./negotiation/serialise.ts";
export { type CompiledApis, compileApis } from "./operations/compiled-apis.ts";
export {
  type Api,
  type ContractOperation,
  contractOperations,
} from "./operations/contract-operation.ts";
export {
  type DocumentedResponse,
  defaultResponse,
  examplesOf,
  isSameResponse,
} from "./operations/documented-response.ts";
export { type RouteMatch, RouteTable } from "./operations/routes.ts";
export type { Answer } from "./problem/answer.ts";
export { Problem } from "./problem/problem.ts";
export { schemaViolations } from "./schema/schema-check.ts";
