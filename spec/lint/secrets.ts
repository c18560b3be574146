import { findSecrets, secretMessage } from "@image-apis/ruleset/secrets";
import type { TextFile } from "./files.ts";
import type { Finding } from "./finding.ts";

/** Looks for secrets in the plain text of a file, comments and code included. */
export function secretsIn({ file, text }: TextFile): Finding[] {
  return findSecrets(text).map(({ kind, index }) => {
    const before = text.slice(0, index).split("\n");
    return {
      file,
      line: before.length,
      column: (before.at(-1) ?? "").length + 1,
      severity: "error",
      rule: "no-live-secret",
      message: secretMessage(kind),
      page: "packages/ruleset/docs/no-live-secret.md",
    };
  });
}
