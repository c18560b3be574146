import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import ts from "typescript-5.9";
import { readManifest } from "./manifest.ts";
import { packageFiles } from "./package-files.ts";

/** What the code and the types of an installed package import and its package.json does not name. */
export function undeclaredImports(installed: string): string[] {
  const { name, dependencies, peerDependencies, optionalDependencies } = readManifest(installed);
  const declared = new Set([
    name,
    ...Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies }),
  ]);
  const faults = new Map<string, string>();
  for (const file of packageFiles(installed)) {
    if (!/^dist\/.*\.[cm]?[jt]s$/.test(file)) continue;
    for (const needed of importedPackages(readFileSync(join(installed, file), "utf8"))) {
      const kind = file.endsWith(".d.ts") ? "types" : "code";
      if (declared.has(needed)) continue;
      const key = `${kind} ${needed}`;
      if (!faults.has(key)) {
        faults.set(
          key,
          `Its ${kind} import ${needed} (${file}), which its package.json does not name.`,
        );
      }
    }
  }
  return [...faults.values()];
}

/** The packages that a file imports, requires or refers to, each once. */
export function importedPackages(text: string): string[] {
  const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(text, true, true);
  const names = importedFiles
    .map(({ fileName }) => fileName)
    .filter(isPackage)
    .map(packageName);
  const types = typeReferenceDirectives
    .map(({ fileName }) => fileName)
    .filter((it) => it !== "node");
  return [...new Set([...names, ...types])];
}

function isPackage(specifier: string): boolean {
  return (
    !/^(\.|\/|#|node:|data:|file:|https?:)/.test(specifier) && !builtinModules.includes(specifier)
  );
}

function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
