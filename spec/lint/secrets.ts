import { findSecrets, secretMessage } from "@image-apis/ruleset/secrets";
import { perFile } from "../build/sources.ts";
import type { Finding } from "./finding.ts";

/** Looks for secrets in the plain text of a file, comments and code included. */
export const secretsIn = perFile(({ file, text }): Finding[] => {
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
});
