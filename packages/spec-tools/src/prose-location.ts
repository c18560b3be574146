import type { SourceLocation } from "@image-apis/spec";
import { onOneLine } from "@image-apis/spec/evidence";
import type { TextFile } from "@image-apis/spec/generator";
import type { Finding } from "./finding.ts";

/** A description can be long: the line on which the words stand, from where the text begins. */
export function locationInProse(
  start: SourceLocation,
  files: readonly TextFile[],
  words: string | undefined,
): SourceLocation {
  if (words === undefined) return start;
  const { text = "" } = files.find(({ file }) => file === start.file) ?? {};
  const lines = text.split("\n").slice(start.line - 1);
  const index = lines.findIndex((line) => onOneLine(line).includes(words));
  if (index < 1) return start;
  return { ...start, line: start.line + index, column: (lines[index] ?? "").indexOf(words) + 1 };
}

/** Whether a rule judges sentences, and its message starts with the words it is about. */
export const isAboutProse = ({ rule }: Pick<Finding, "rule">): boolean =>
  /^prose-|^text-of-another$/.test(rule);

/** A finding about words of a text, at the line on which they stand. */
export function atItsWords<Found extends Finding>(
  finding: Found,
  files: readonly TextFile[],
): Found {
  if (!isAboutProse(finding)) return finding;
  const words = /^"([^"]+)"/.exec(finding.message)?.[1];
  return { ...finding, ...locationInProse(finding, files, words) };
}
