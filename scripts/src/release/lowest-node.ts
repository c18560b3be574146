import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readManifest } from "./manifest.ts";
import { installInto, npm } from "./npm.ts";

const program = fileURLToPath(new URL("start-entries.mjs", import.meta.url));

/** The lowest Node that an `engines` range names: `>=22.12` is 22.12.0. Other forms are not used here. */
export function lowestNode(range: string | undefined): string | undefined {
  const [, major, minor = "0", patch = "0"] =
    /^>=(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(range ?? "") ?? [];
  return major === undefined ? undefined : `${major}.${minor}.${patch}`;
}

/**
 * Installs a version of Node from npm's `node` package, once for a folder.
 *
 * @returns the path of its program.
 */
export function nodeOf(version: string, folder: string): string {
  const own = join(folder, `node-${version}`);
  const modules = join(own, "node_modules");
  const programOf = () =>
    [join(modules, "node/bin/node"), join(modules, "node/bin/node.exe")].find((it) =>
      existsSync(it),
    );
  if (programOf() === undefined) {
    mkdirSync(own, { recursive: true });
    installInto(own, []);
    // Its binary is brought by its install script.
    npm(own, ["install", "--no-audit", "--no-fund", `node@${version}`]);
  }
  const found = programOf();
  if (found === undefined)
    throw new Error(`npm's node@${version} brought no program for this system.`);
  const brought = execFileSync(found, ["--version"], { encoding: "utf8" }).trim();
  if (brought !== `v${version}`) throw new Error(`npm's node@${version} brought Node ${brought}.`);
  return found;
}

/**
 * Starts every entry and program of an installed package on a Node.
 *
 * @param project - the folder that has the package in its node_modules.
 * @returns what is wrong, as sentences.
 */
export function startFaults(project: string, name: string, node: string): string[] {
  const copy = join(project, "start-entries.mjs");
  copyFileSync(program, copy);
  try {
    execFileSync(node, [copy, name], { cwd: project, encoding: "utf8", stdio: "pipe" });
    return [];
  } catch (error) {
    const { stderr = "" } = error as { stderr?: string };
    const reason = /^\w*Error.*$/m.exec(stderr)?.[0] ?? stderr.trim();
    return [`It does not start on Node ${readEngine(project, name)}: ${reason}`];
  }
}

function readEngine(project: string, name: string): string | undefined {
  return readManifest(join(project, "node_modules", name)).engines?.node;
}
