import { stripVTControlCharacters } from "node:util";

/** The part of Biome's JSON report that is read. */
interface BiomeReport {
  diagnostics: {
    severity: string;
    message: string;
    category: string;
    location: { path: string; start: { line: number; column: number } };
  }[];
}

/** What Biome found, with the names that findings in the documents have. A file as a whole is line 1. */
export function codeFindings(report: string): object[] {
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
