/** One thing a linter found, at its place in the sources. */
export interface Finding {
  /** From the root of the repository, with `/`. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** An error holds back what is made from the documents; a warning does not. */
  severity: "error" | "warning";
  rule: string;
  message: string;
  /** Where the rule is explained: a file of the repository or an address. */
  page: string | undefined;
  /** What to do about this one, where that is more than the rule says of all. */
  fix?: string;
  /** The statement that is missing, with the file it belongs into. */
  statement?: { file: string; kind: string; at: string };
}

export const isError = ({ severity }: Pick<Finding, "severity">) => severity === "error";

/** Puts findings in the order of the files, without those that say the same of the same line. */
export function inOrder(findings: Finding[]): Finding[] {
  const unique = new Map<string, Finding>();
  for (const finding of findings) {
    const { file, line, rule, message } = finding;
    // A secret is found in the source, in its text and in the bundle; once is enough.
    const key = JSON.stringify([file, line, rule, rule === "no-live-secret" ? "" : message]);
    if (!unique.has(key)) unique.set(key, finding);
  }
  return [...unique.values()].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column,
  );
}
