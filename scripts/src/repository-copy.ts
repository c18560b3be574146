import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { repositoryRoot, workspacePackages } from "./repository.ts";

const left = new Set(["node_modules", ".git", ".turbo", "reports", "bench", "runtimes"]);

/** Copies the repository, built as it is, so that a test can edit it. What is installed is linked, not copied. */
export function copyRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), "repository-"));
  for (const name of readdirSync(repositoryRoot)) {
    if (left.has(name)) continue;
    cpSync(join(repositoryRoot, name), join(copy, name), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !left.has(basename(path)),
    });
  }
  link("node_modules", copy);
  for (const { folder } of workspacePackages(repositoryRoot)) {
    // The links of a package are relative: they lead to the other packages of the copy.
    const modules = join(repositoryRoot, folder, "node_modules");
    if (!existsSync(modules)) continue;
    cpSync(modules, join(copy, folder, "node_modules"), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => path === modules || !basename(path).startsWith("."),
    });
  }
  return copy;
}

function link(folder: string, copy: string): void {
  mkdirSync(join(copy, folder));
  for (const name of readdirSync(join(repositoryRoot, folder))) {
    symlinkSync(join(repositoryRoot, folder, name), join(copy, folder, name));
  }
}
