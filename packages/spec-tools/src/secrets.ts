import { findSecrets, secretMessage } from "@image-apis/ruleset/secrets";
import { perFile } from "@image-apis/spec/generator";
import type { Finding } from "./finding.ts";
import { locationOfIndex } from "./location.ts";

/** Looks for secrets in the plain text of a file, comments and code included. */
export const secretsIn = perFile((source): Finding[] =>
  findSecrets(source.text).map(({ kind, index }) => ({
    ...locationOfIndex(source, index),
    severity: "error",
    rule: "no-live-secret",
    message: secretMessage(kind),
    page: "packages/ruleset/docs/no-live-secret.md",
  })),
);
