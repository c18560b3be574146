import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { repositoryRoot } from "../repository.ts";
import { type Manifest, type Packed, readManifest } from "./pack.ts";

/** More is a mistake: a folder too much, or a fixture that was to be made. In bytes, of the tarball. */
export const largestTarball = 512 * 1024;

/** What no package ships: tests, caches, reports, settings of this repository. */
const strays =
  /(^|\/)(test|tests|reports|node_modules|\.turbo|\.env[^/]*|tsconfig[^/]*\.json|[^/]+\.test\.[jt]s)(\/|$)/;

/**
 * Judges a packed package as it was installed.
 *
 * @returns what is wrong, each as a sentence; nothing where it can be published.
 */
export async function checkPacked({ name, tarball }: Packed, installed: string): Promise<string[]> {
  const manifest = readManifest(installed);
  const faults = [...manifestFaults(manifest), ...contentFaults(installed)];
  const size = statSync(tarball).size;
  if (size > largestTarball) {
    faults.push(`The tarball has ${size} bytes, more than ${largestTarball}.`);
  }
  const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true });
  faults.push(...messages.map((it) => `publint: ${formatMessage(it, pkg, { color: false })}`));
  if (manifest.exports !== undefined) faults.push(...typeFaults(tarball));
  return faults.map((fault) => `${name}: ${fault}`);
}

/** What a registry and a reader of it need. */
export function manifestFaults(manifest: Manifest): string[] {
  const faults: string[] = [];
  const { name, version, description, license, type, engines, files, scripts = {} } = manifest;
  if (!name.startsWith("@image-apis/")) faults.push("The name is not of this project.");
  if (!/^\d+\.\d+\.\d+$/.test(version)) faults.push(`The version ${version} is not a release.`);
  if (!description) faults.push("There is no description.");
  if (license !== "MIT") faults.push("The licence is not MIT.");
  if (type !== "module") faults.push('The type is not "module".');
  if (engines?.node === undefined) faults.push("engines.node is missing.");
  if (files === undefined) faults.push("files is missing, so that everything would be published.");
  for (const hook of ["preinstall", "install", "postinstall"]) {
    if (hook in scripts) faults.push(`It would run a script at ${hook}.`);
  }
  const needed = { ...manifest.dependencies, ...manifest.peerDependencies };
  for (const [dependency, range] of Object.entries(needed)) {
    if (/^(workspace|catalog|link|file):/.test(range)) {
      faults.push(`It needs ${dependency} ${range}, which nobody can install.`);
    }
  }
  return faults;
}

/** What is in a package and should not be, or the other way round. */
export function contentFaults(installed: string): string[] {
  const files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1))
    .map((file) => file.replaceAll("\\", "/"))
    // What another package needs beside it is not its own.
    .filter((file) => !file.startsWith("node_modules/"));
  const faults = files.filter((file) => strays.test(file)).map((file) => `${file} is of no use.`);
  for (const needed of ["LICENSE", "README.md"]) {
    if (!files.includes(needed)) faults.push(`${needed} is missing.`);
  }
  const { bin = {} } = readManifest(installed);
  for (const program of Object.values(bin)) {
    if (!existsSync(join(installed, program))) faults.push(`Its program ${program} is missing.`);
  }
  return faults;
}

/** Whether types are found wherever the code is, as an ES module. */
function typeFaults(tarball: string): string[] {
  const attw = join(repositoryRoot, "scripts/node_modules/@arethetypeswrong/cli/dist/index.js");
  try {
    const args = [attw, tarball, "--profile", "esm-only", "--no-color", "--no-emoji"];
    execFileSync(process.execPath, args, { encoding: "utf8", stdio: "pipe" });
    return [];
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return [`attw: ${stdout}${stderr}`];
  }
}
