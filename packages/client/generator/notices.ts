import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes `NOTICES.txt` into a folder: whose code a bundler has written into the files there and below, with its licence.
 *
 * @param modules The paths of the bundled modules; those of this repository need no notice.
 */
export function writeNotices(folder: string, modules: readonly string[]): void {
  const folders = [...new Set(modules.flatMap(packageFolder))].sort();
  const notices = folders.map(notice);
  const head = "Files in this folder and below it contain code of these packages.\n";
  writeFileSync(join(folder, "NOTICES.txt"), [head, ...notices].join("\n"));
}

/** The folder of the installed package that a module belongs to. */
function packageFolder(module: string): string[] {
  const [found] = /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(module.replaceAll("\\", "/")) ?? [];
  return found === undefined ? [] : [found];
}

function notice(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    name: string;
    version: string;
  };
  const file = readdirSync(folder).find((it) => /^licen[cs]e/i.test(it));
  if (file === undefined) throw new Error(`${name} ${version} has no licence file to repeat.`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
