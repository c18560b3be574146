import type { Finding } from "./finding.ts";
import type { LintResult } from "./repository.ts";

/** Writes what the linters found: a line for each finding with the rule's page below it, and a summary. */
export function report({ findings, documents, files }: LintResult, milliseconds: number): string {
  if (findings.length === 0) {
    const seconds = (milliseconds / 1000).toFixed(1);
    return `${documents} documents and ${files} files linted in ${seconds} s: nothing to report.`;
  }
  const count = (severity: Finding["severity"]) => {
    const { length } = findings.filter((finding) => finding.severity === severity);
    return `${length} ${severity}${length === 1 ? "" : "s"}`;
  };
  return [...findings.map(line), `${count("error")}, ${count("warning")}.`].join("\n");
}

function line({ file, line, column, severity, rule, message, page }: Finding): string {
  const finding = `${file}:${line}:${column}  ${severity}  ${rule}  ${message}`;
  return page === undefined ? finding : `${finding}\n    ${page}`;
}
