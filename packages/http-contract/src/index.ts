/** How a request is read and what breaks a documented rule. Nothing here reads a form, so that busboy need not be there. */
export type { FilePart, FileSink } from "./body/file-sink.ts";
export { JoinedPieces } from "./body/joined-pieces.ts";
export { jsonFault } from "./body/json-fault.ts";
export { KeptBytes, maxKeptBytes, maxTotalBytes, type Reservation } from "./body/kept-bytes.ts";
export type { Measurement } from "./body/measurement.ts";
export { type KeptFile, memorySink } from "./body/memory-sink.ts";
export {
  type FormPart,
  filesOf,
  type ReceivedBody,
  type ReceivedFile,
} from "./body/received-body.ts";
export type { Answerer, CallHead, CheckedCall } from "./call/answerer.ts";
export type { Delivery } from "./call/delivery.ts";
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
export { inputFailures } from "./conditions/parameter-failures.ts";
export { refusal } from "./conditions/refusal.ts";
export { imageHeadSize, imageType } from "./files/image-type.ts";
export {
  type BrokenLimit,
  brokenFileCounts,
  brokenFileLimits,
  type MeasuredFile,
} from "./files/limits.ts";
export {
  expandedPath,
  type ParameterValues,
  parameterValues,
  textsOf,
} from "./head/parameters.ts";
export type { Authenticate, Principal } from "./head/principal.ts";
export { type RoutedCall, routedCall } from "./head/routed-call.ts";
export { broughtCredentials, broughtSchemes, requireCredentials } from "./head/security.ts";
export { originOf, parseTarget, splitTarget, type Target } from "./head/target.ts";
export { type Masking, masking } from "./masking/masking.ts";
export { fewSentences, shortened, shortSentence } from "./masking/shortened.ts";
export { acceptedRanges, acceptedType, accepts, decidingRanges } from "./negotiation/accept.ts";
export { askedFormat } from "./negotiation/asked-format.ts";
export { exampleResponder } from "./negotiation/example-responder.ts";
export {
  declaredFor,
  documentedMediaType,
  essence,
  isIn,
  isJson,
  isXml,
  mediaTypeOf,
} from "./negotiation/media-type.ts";
export type { Responder, Wishes } from "./negotiation/responder.ts";
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
export {
  type JudgedResponse,
  judgeResponse,
  neededOf,
} from "./response/judge-response.ts";
export { type HttpFault, obligatoryHeaders } from "./response/obligatory-headers.ts";
export type { ResponseFault, ResponseVerdict } from "./response/response-fault.ts";
export { type AjvOptions, type SchemaAuthor, schemaValidator } from "./validation/ajv.ts";
export { ajvValidator } from "./validation/ajv-validator.ts";
export {
  type DocumentSchemas,
  declaredSchemas,
  type SchemaFault,
} from "./validation/document-schemas.ts";
export { formats } from "./validation/formats.ts";
export type { SchemaViolation } from "./validation/parameter-schema.ts";
export { schemaFaults, schemaViolations } from "./validation/schema-check.ts";
export { schemasInPlace } from "./validation/schemas-in-place.ts";
export { textValue } from "./validation/text-value.ts";
export { undeclaredProperties } from "./validation/undeclared.ts";
export type { Validator } from "./validation/validator.ts";
export { readXml, writeXml, type XmlElement } from "./xml/xml-element.ts";
export { xmlName } from "./xml/xml-name.ts";
