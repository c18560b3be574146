export type { Cell } from "./cell.ts";
export type { Call, Setting } from "./client/caller.ts";
export { callOf } from "./client/calls.ts";
export type { Sent } from "./client/sent.ts";
export { type CoverageRow, coverage, rowName } from "./coverage/coverage.ts";
export { coverageText } from "./coverage/coverage-text.ts";
export { coverageFaults, type Reason } from "./coverage/reasons.ts";
export { builtPages, type Pages } from "./docs/built-pages.ts";
export type { Face, Proof } from "./face.ts";
export { clientFace } from "./faces/client.ts";
export { docsFace } from "./faces/docs.ts";
export { mockFace, type Server } from "./faces/mock.ts";
export {
  type SampleProgram,
  type SamplePrograms,
  type SamplesSource,
  samplesFace,
} from "./faces/samples.ts";
export { schemaFace } from "./faces/schema.ts";
export { type StatefulServer, serverFace, statefulMockFace } from "./faces/stateful-mock.ts";
export { installedTypes, type TypesSource, typesFace } from "./faces/types.ts";
export { type Grid, isProved, type Row } from "./grid.ts";
export { gridText } from "./grid-text.ts";
export { type Report, type ReportRow, report } from "./report.ts";
export { reportHtml } from "./report-html.ts";
export { prove } from "./runner.ts";
