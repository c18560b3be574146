import { rmSync } from "node:fs";
import { join } from "node:path";
import { readFolder, writeFiles } from "./folder.ts";
import type { GeneratedFolder } from "./generated.ts";
import { compare, report, type Staleness } from "./staleness.ts";

/**
 * A line for every file of a folder that is not as it would be generated, with what is wrong; `""` when none is.
 *
 * @param root The root of the repository.
 */
export function staleFiles(root: string, generated: GeneratedFolder): string {
  return report(stalenessOf(root, generated), generated.folder);
}

/** Brings a folder up to date; a file that says the same stays as it is, and one that nothing makes is deleted. */
export function writeFolder(root: string, generated: GeneratedFolder): void {
  const folder = join(root, generated.folder);
  const { changed, missing, unexpected } = stalenessOf(root, generated);
  const stale = [...changed, ...missing];
  writeFiles(folder, new Map(stale.map((name) => [name, generated.files.get(name) ?? ""])));
  for (const name of unexpected) rmSync(join(folder, name));
}

function stalenessOf(root: string, { folder, files }: GeneratedFolder): Staleness {
  return compare(files, readFolder(join(root, folder)));
}
