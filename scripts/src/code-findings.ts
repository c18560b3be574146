import { stripVTControlCharacters } from "node:util";
import type { Finding } from "@image-apis/spec-tools";

/** The part of Biome's JSON report that is read. */
interface BiomeReport {
  diagnostics: {
    severity: string;
    message: string;
    category: string;
    location: { path: string; start: { line: number; column: number } };
  }[];
}

/** One thing that is wrong with the code, with the names that findings in the documents have. */
export type CodeFinding = Pick<
  Finding,
  "file" | "line" | "column" | "severity" | "rule" | "message"
>;

/** Whether `npm run format` puts it right: layout, and the order of imports. */
const isFormat = ({ rule }: CodeFinding) => rule === "format" || rule.startsWith("assist/");

/** Findings for people: a line each, as the documents' findings have it, and what to do about the format once. */
export function codeText(findings: readonly CodeFinding[]): string {
  const lines = findings.map(({ file, line, column, severity, rule, message }) => {
    const words =
      rule === "format" ? "The file is not laid out as the formatter does it." : message;
    return `${file}:${line}:${column}  ${severity}  ${rule}  ${words}`;
  });
  const fix = findings.some(isFormat) ? ["    fix   npm run format"] : [];
  return [...lines, ...fix].join("\n");
}

/** What Biome found, with the names that findings in the documents have. A file as a whole is line 1. */
export function codeFindings(report: string): CodeFinding[] {
  const { diagnostics } = JSON.parse(stripVTControlCharacters(report)) as BiomeReport;
  return diagnostics.map(({ severity, message, category, location }) => ({
    file: location.path,
    line: Math.max(location.start.line, 1),
    column: Math.max(location.start.column, 1),
    severity: severity === "error" ? "error" : "warning",
    rule: category,
    message,
  }));
}
