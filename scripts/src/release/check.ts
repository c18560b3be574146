import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { repositoryRoot } from "../repository.ts";
import { unexplainedCode } from "./built-code.ts";
import { undeclaredImports } from "./imports.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import type { Packed } from "./pack.ts";
import { packageFiles } from "./package-files.ts";
import { readmeFaults } from "./readme.ts";
import { sourceMapFaults } from "./source-maps.ts";

/** More is a mistake: a folder too much, or a fixture that was to be made. In bytes, of the tarball. */
export const largestTarball = 512 * 1024;

/** What is made to fit one version, and has no fixes to come or is patched while it is loaded. Versions 0.x are exact anyway. */
const exact = new Set([
  "openapi-typescript",
  "typescript",
  "@stoplight/prism-core",
  "@stoplight/prism-http",
]);

/** What no package ships: tests, caches, reports, settings of this repository. */
const strays =
  /(^|\/)(test|tests|reports|node_modules|\.turbo|\.env[^/]*|tsconfig[^/]*\.json|[^/]+\.test\.[jt]s)(\/|$)/;

/**
 * Judges a packed package as it was installed.
 *
 * @returns what is wrong, each as a sentence; nothing where it can be published.
 */
export async function checkPacked({ tarball }: Packed, installed: string): Promise<string[]> {
  const manifest = readManifest(installed);
  const faults = [
    ...manifestFaults(manifest),
    ...contentFaults(installed),
    ...sourceMapFaults(installed),
    ...unexplainedCode(installed),
    ...undeclaredImports(installed),
  ];
  const size = statSync(tarball).size;
  if (size > largestTarball) {
    faults.push(`The tarball has ${size} bytes, more than ${largestTarball}.`);
  }
  const { messages, pkg } = await publint({ pkgDir: installed, pack: false, strict: true });
  faults.push(...messages.map((it) => `publint: ${formatMessage(it, pkg, { color: false })}`));
  if (manifest.exports !== undefined) faults.push(...typeFaults(tarball));
  return faults;
}

/** What a registry and a reader of it need. */
export function manifestFaults(manifest: Manifest): string[] {
  const faults: string[] = [];
  const { name, version, description, license, type, engines, files, scripts = {} } = manifest;
  if (!name.startsWith("@image-apis/")) faults.push("The name is not of this project.");
  if (!/^\d+\.\d+\.\d+$/.test(version)) faults.push(`The version ${version} is not a release.`);
  if (!description) faults.push("There is no description.");
  if (!manifest.keywords?.length) faults.push("There are no keywords to find it by.");
  if (!manifest.author) faults.push("There is no author.");
  if (license !== "MIT") faults.push("The licence is not MIT.");
  if (type !== "module") faults.push('The type is not "module".');
  if (engines?.node === undefined) faults.push("engines.node is missing.");
  if (files === undefined) faults.push("files is missing, so that everything would be published.");
  else if (!files.includes("CHANGELOG.md")) faults.push("files does not name CHANGELOG.md.");
  if (manifest.publishConfig?.access !== "public" || manifest.publishConfig.provenance !== true) {
    faults.push('publishConfig is not { "access": "public", "provenance": true }.');
  }
  for (const hook of ["preinstall", "install", "postinstall"]) {
    if (hook in scripts) faults.push(`It would run a script at ${hook}.`);
  }
  return [...faults, ...rangeFaults(manifest)];
}

/** Ranges that nobody can install, or that keep a fix from users. */
function rangeFaults(manifest: Manifest): string[] {
  const needed = { ...manifest.dependencies, ...manifest.peerDependencies };
  return Object.entries(needed).flatMap(([dependency, range]) => {
    if (/^(workspace|catalog|link|file):/.test(range)) {
      return [`It needs ${dependency} ${range}, which nobody can install.`];
    }
    if (/^[1-9]\d*\.\d+\.\d+$/.test(range) && !exact.has(dependency)) {
      return [
        `It needs exactly ${dependency} ${range}, which keeps fixes from users. Write ^${range}.`,
      ];
    }
    return [];
  });
}

/** What is in a package and should not be, or the other way round. */
export function contentFaults(installed: string): string[] {
  const files = packageFiles(installed);
  const faults = files.filter((file) => strays.test(file)).map((file) => `${file} is of no use.`);
  for (const needed of ["LICENSE", "README.md"]) {
    if (!files.includes(needed)) faults.push(`${needed} is missing.`);
  }
  const { name, version, bin = {} } = readManifest(installed);
  if (files.includes("README.md")) {
    const text = readFileSync(join(installed, "README.md"), "utf8");
    faults.push(...readmeFaults(text));
    if (!new RegExp(`^npm install (--save-dev )?${name}$`, "m").test(text)) {
      faults.push(`README.md does not say \`npm install ${name}\`.`);
    }
  }
  if (files.includes("CHANGELOG.md")) {
    const text = readFileSync(join(installed, "CHANGELOG.md"), "utf8");
    if (!text.includes(`## ${version}`)) faults.push(`CHANGELOG.md says nothing of ${version}.`);
  }
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
