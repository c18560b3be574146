import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageFiles } from "./package-files.ts";

/** The name of the file that says whose code a bundler has written into the files beside it and below it. */
export const noticesFile = "NOTICES.txt";

/**
 * The code of an installed package that its sources do not explain: what a bundler made of other people's code without
 * naming them, or what an earlier build left behind.
 */
export function unexplainedCode(installed: string): string[] {
  return packageFiles(installed)
    .filter((file) => /^dist\/.*\.[cm]?js$/.test(file))
    .filter((file) => !hasSource(installed, file) && !hasNotices(installed, dirname(file)))
    .map((file) => `${file} has no source in the package, and no ${noticesFile} says whose it is.`);
}

function hasSource(installed: string, file: string): boolean {
  const source = file.replace(/^dist\/(loader\/)?/, "src/").replace(/\.[cm]?js$/, ".ts");
  return existsSync(join(installed, source));
}

function hasNotices(installed: string, folder: string): boolean {
  if (existsSync(join(installed, folder, noticesFile))) return true;
  return folder !== "." && hasNotices(installed, dirname(folder));
}
