export type { Finding } from "./finding.ts";
export { isError } from "./finding.ts";
export type { LintResult } from "./linter.ts";
export { lintRepository, openLinter } from "./linter.ts";
export { count, type Format, formats, writeFindings } from "./report.ts";
export { lintBundle } from "./spectral.ts";
export { toDo } from "./to-do.ts";
