import type { SourceLocation } from "@image-apis/spec";
import { filesBelow, type Sources } from "@image-apis/spec/generator";
import type { Finding } from "./finding.ts";

/** The folders whose files a document reaches by reference. */
const referenced = /\/(paths|components|examples)\//;

/** Files of an API that its document does not reach: a reference was forgotten, or the file is left over. */
export function unreferencedFiles(
  folder: string,
  sources: Sources,
  locations: Record<string, SourceLocation>,
): Finding[] {
  const reached = new Set(Object.values(locations).map(({ file }) => file));
  return filesBelow(sources, `${folder}/`)
    .filter(({ file }) => referenced.test(file))
    .filter(({ file }) => !reached.has(file))
    .map(({ file }) => ({
      file,
      line: 1,
      column: 1,
      severity: "error",
      rule: "unreferenced-file",
      message: "No document refers to this file. Add a $ref to it, or delete it.",
      page: "spec/README.md",
    }));
}
