import { join } from "node:path";
import { deleteFiles, readFolder, writeFiles } from "../../../packages/types/build/folder.ts";
import { compare } from "../../../packages/types/build/staleness.ts";
import { type Bundle, writeBundles } from "../../../spec/build/bundle.ts";

/** Writes the bundles and the types; a file of types that says the same stays as it is. */
export function writeMade(
  repository: string,
  bundles: readonly Bundle[],
  types: ReadonlyMap<string, string>,
): void {
  writeBundles(join(repository, "spec/dist"), bundles);
  const folder = join(repository, "packages/types/src/generated");
  const { changed, missing, unexpected } = compare(types, readFolder(folder));
  writeFiles(folder, new Map([...changed, ...missing].map((it) => [it, types.get(it) ?? ""])));
  deleteFiles(folder, unexpected);
}
