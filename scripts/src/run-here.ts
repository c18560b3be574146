import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { repositoryRoot } from "./repository.ts";

/**
 * Runs a script of a package as its own command would run: in its folder, with its arguments, and in this process, so
 * that signals, the terminal and the exit code are its own.
 *
 * @param folder from the root of the repository.
 * @param script from that folder.
 */
export async function runHere(folder: string, script: string, args: readonly string[]) {
  const file = join(repositoryRoot, folder, script);
  process.argv = [process.execPath, file, ...args];
  process.chdir(join(repositoryRoot, folder));
  await import(pathToFileURL(file).href);
}
