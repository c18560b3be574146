import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Runs npm as its users have it.
 *
 * @returns what it printed.
 * @throws Error with what npm wrote about it.
 */
export function npm(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): string {
  // The shell finds npm.cmd on Windows; the arguments are ours.
  return execFileSync(["npm", ...args.map((it) => JSON.stringify(it))].join(" "), {
    cwd: folder,
    encoding: "utf8",
    env,
    stdio: ["ignore", "pipe", "pipe"],
    shell: true,
  });
}

/** Makes an empty project of a folder, and installs tarballs and packages into it. */
export function installInto(folder: string, wanted: readonly string[]): void {
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  npm(folder, ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...wanted]);
}
