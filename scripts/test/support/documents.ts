import { cpSync } from "node:fs";
import { basename, join } from "node:path";
import { repositoryRoot } from "../../src/repository.ts";

const made = ["node_modules", "dist", "reports", ".turbo"];

/** Copies the documents and nothing that is made of them into a folder, so that a test can edit them. */
export function copyDocuments(folder: string): void {
  cpSync(join(repositoryRoot, "redocly.yaml"), join(folder, "redocly.yaml"));
  cpSync(join(repositoryRoot, "spec"), join(folder, "spec"), {
    recursive: true,
    filter: (path) => !made.includes(basename(path)),
  });
}
