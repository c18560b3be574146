export type { SourceLocation } from "./apis.ts";
export {
  apiNames,
  documentText,
  loadConditions,
  loadCoverage,
  loadDocument,
  loadEvidence,
  loadExchanges,
  loadOverlay,
  loadRefusals,
  sourceLocations,
} from "./apis.ts";
export type { Condition, Conditions } from "./conditions.ts";
export type { Coverage, CoverageReason, UnservedExchanges } from "./coverage.ts";
export { demoCookie, demoCredentials, demoParameter, demoSecret } from "./demo-credentials.ts";
export type * from "./document.ts";
export type * from "./evidence/model.ts";
export type { StatementPlace } from "./evidence/statements.ts";
export { statementPlaces } from "./evidence/statements.ts";
export type * from "./exchange.ts";
export { fixturesOf, isFilePart } from "./exchange.ts";
export type { Fixture } from "./fixtures.ts";
export { fixture, fixtureMediaType, fixtureNames, fixtureSize, isCommitted } from "./fixtures.ts";
export type { Json } from "./json.ts";
export { pointerTokens, toPointer, valueAt } from "./json.ts";
export type { Operation, ResponseExample } from "./operation.ts";
export {
  bodyLimits,
  operations,
  resolve,
  responseExamples,
  securityScheme,
  serverUrl,
} from "./operation.ts";
export type { Overlay, OverlayAction, OverlayFault } from "./overlay.ts";
export { applyOverlay, overlayFaults, targetSteps } from "./overlay.ts";
export type * from "./refusal.ts";
export { describesStatus, documentedStatus } from "./status.ts";
export type { EncodedRequest, WireBody, WirePart, WireRequest } from "./wire-request.ts";
export { encodeRequest, wireRequest } from "./wire-request.ts";
