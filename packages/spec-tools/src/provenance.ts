import type { OpenApiDocument, SourceLocation } from "@image-apis/spec";
import { checkEvidence, type EvidenceProblem } from "@image-apis/spec/evidence";
import { readEvidence, type Sources, type TextFile } from "@image-apis/spec/generator";
import type { Finding } from "./finding.ts";
import { locationOf } from "./location.ts";
import { locationInProse } from "./prose-location.ts";

/**
 * What the inventories and provenance.yaml do not carry, at the line that has to change. A text that a rule found wrong is
 * not judged as a claim as well.
 *
 * @param isWrong Whether a text or a condition at a place is known to be wrong.
 */
export function unprovenStatements(
  sources: Sources,
  api: string,
  document: OpenApiDocument,
  files: readonly TextFile[],
  locate: (pointer: string) => SourceLocation,
  isWrong: (start: SourceLocation) => boolean,
): Finding[] {
  const problems = checkEvidence(document, readEvidence(sources, api)).filter(
    ({ pointer = "" }) =>
      !/\/(description|summary|x-when)$/.test(pointer) || !isWrong(locate(pointer)),
  );
  return problems.map((problem) => ({
    ...problemLocation(problem, api, files, locate),
    severity: "error",
    rule: "provenance",
    message: problem.message,
    page: "spec/README.md",
    ...missingStatement(api, problem),
  }));
}

/** What to paste, with the source to fill in. */
function missingStatement(
  api: string,
  { missing, pointer = "", prose }: EvidenceProblem,
): Pick<Finding, "fix" | "statement"> {
  if (missing === undefined) return {};
  const file = `spec/${api}/provenance.yaml`;
  const lines = [
    `Add to the statements of ${file}, with the entry that says so:`,
    `- kind: ${missing}`,
    `  at: ${pointer}`,
    ...(prose === undefined ? [] : [`  says: ${JSON.stringify(prose.sentence)}`]),
    "  source: [<page key>#<entry id>]",
    "  status: documented",
  ];
  return { fix: lines.join("\n"), statement: { file, kind: missing, at: pointer } };
}

function problemLocation(
  { pointer, source, page, prose, statement }: EvidenceProblem,
  api: string,
  files: readonly TextFile[],
  locate: (pointer: string) => SourceLocation,
): SourceLocation {
  const provenance = files.find(({ file }) => file === `spec/${api}/provenance.yaml`);
  if (statement !== undefined && provenance !== undefined) {
    const line = pointer === undefined ? undefined : lineIn(provenance, statement, pointer);
    return line ?? locationOf(provenance, ["statements", statement]);
  }
  if (pointer !== undefined) return locationInProse(locate(pointer), files, prose?.words);
  const [key, id] = (page?.key ?? source ?? "").split("#");
  const inventory = files.find(
    ({ file, text }) => file.startsWith(`spec/${api}/sources/`) && text.startsWith(`key: ${key}\n`),
  );
  if (page !== undefined && inventory !== undefined) return locationOf(inventory, page.at);
  return (
    lineOf(inventory, new RegExp(`\\bid: ${literally(id ?? "")}\\s*(,|$)`)) ??
    lineOf(
      files.find(({ file }) => file === `spec/${api}/provenance.yaml`),
      new RegExp(literally(source ?? "")),
    ) ?? { file: `spec/${api}/provenance.yaml`, line: 1, column: 1 }
  );
}

/** The line of a statement that names a pointer. */
function lineIn(
  provenance: TextFile,
  statement: number,
  pointer: string,
): SourceLocation | undefined {
  const start = locationOf(provenance, ["statements", statement]);
  const lines = provenance.text.split("\n").slice(start.line - 1);
  const index = lines.findIndex((line) => line.includes(pointer));
  if (index < 0) return undefined;
  return { ...start, line: start.line + index, column: (lines[index] ?? "").indexOf(pointer) + 1 };
}

function lineOf(file: TextFile | undefined, pattern: RegExp): SourceLocation | undefined {
  const lines = file?.text.split("\n") ?? [];
  const index = lines.findIndex((line) => pattern.test(line));
  if (file === undefined || index < 0) return undefined;
  return { file: file.file, line: index + 1, column: (lines[index] ?? "").search(/\S/) + 1 };
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
