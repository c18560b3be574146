import { cpSync } from "node:fs";
import { join } from "node:path";
import { redoclyPlugin, repositoryRoot } from "@image-apis/spec/generator";

/** Copies the documents, and what is needed to bundle them, into a folder, so that a test can edit them. */
export function copyDocuments(folder: string): void {
  for (const name of ["redocly.yaml", redoclyPlugin, "spec"]) {
    cpSync(join(repositoryRoot, name), join(folder, name), { recursive: true });
  }
}
