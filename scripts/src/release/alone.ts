import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Packed, readManifest } from "./pack.ts";
import { installPacked } from "./try-out.ts";

/** The command that checks a server; whoever installs it has no use for compilers, parsers of forms or apps. */
export const lightPackage = "@image-apis/conformance";

const heavy = /^(typescript|busboy|node-html-parser|@image-apis\/(mock|docs|contract|codegen))$/;

/**
 * Installs the command that checks a server into an empty folder, with nothing but what it needs, and starts it.
 *
 * @returns what is wrong, each as a sentence.
 */
export function aloneFaults(folder: string, packed: readonly Packed[]): string[] {
  const project = join(folder, "alone");
  mkdirSync(project);
  installPacked(project, neededBy(lightPackage, packed));
  const installed = installedNames(join(project, "node_modules"));
  const command = join(project, "node_modules", lightPackage);
  const [program = ""] = Object.values(readManifest(command).bin ?? {});
  execFileSync(process.execPath, [join(command, program), "--help"], { stdio: "pipe" });
  return heavyFaults(installed);
}

/** What a light installation must not bring. */
export function heavyFaults(installed: readonly string[]): string[] {
  return installed
    .filter((name) => heavy.test(name))
    .map((name) => `${lightPackage}: installing it brings ${name}.`);
}

/** The tarballs of a package and of those of ours that it needs. */
export function neededBy(name: string, packed: readonly Packed[]): Packed[] {
  const needed = new Map<string, Packed>();
  const add = (wanted: string) => {
    const found = packed.find((it) => it.name === wanted);
    if (found === undefined || needed.has(wanted)) return;
    needed.set(wanted, found);
    for (const dependency of Object.keys(found.dependencies)) add(dependency);
  };
  add(name);
  return [...needed.values()];
}

/** The names of all packages below a node_modules, nested ones included. */
export function installedNames(modules: string): string[] {
  const manifests = readdirSync(modules, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /(^|node_modules\/)(@[^/]+\/)?[^/@][^/]*\/package\.json$/.test(path));
  const names = manifests.map((path) =>
    path.replace(/^.*node_modules\//, "").replace(/\/package\.json$/, ""),
  );
  return [...new Set(names)].sort();
}
