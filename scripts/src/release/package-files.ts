import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The files of an installed package, from its folder and with `/`; what another package needs beside it is not its own. */
export function packageFiles(installed: string): string[] {
  return readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1))
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !file.startsWith("node_modules/"))
    .sort();
}
