import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** What installing a package with npm brings into an empty folder. */
export interface Weight {
  packages: number;
  megabytes: number;
}

/**
 * The most that a package may bring. Nearly all of the mock is Prism: docs/adr/0008-prism-is-not-bundled.md
 * says why it comes as packages. postman-collection, which comes with its http-spec, is a third of it.
 */
const most: Record<string, Weight> = {
  "@image-apis/types": { packages: 1, megabytes: 2 },
  "@image-apis/spec": { packages: 1, megabytes: 3 },
  "@image-apis/ruleset": { packages: 5, megabytes: 2 },
  "@image-apis/client": { packages: 4, megabytes: 6 },
  // Half of them come with file-type, which http-contract knows images by.
  "@image-apis/conformance": { packages: 21, megabytes: 10 },
  "@image-apis/mock": { packages: 165, megabytes: 42 },
};

/** What is installed below a folder's node_modules. */
export function weightOf(modules: string): Weight {
  return {
    packages: installedNames(modules).length,
    megabytes: Math.round((bytesBelow(modules) / 1024 ** 2) * 10) / 10,
  };
}

/** What of a weight is over the limit, as sentences. */
export function weightFaults(name: string, { packages, megabytes }: Weight): string[] {
  const limit = most[name];
  if (limit === undefined) return [];
  const faults: string[] = [];
  if (packages > limit.packages) {
    faults.push(`Installing it brings ${packages} packages, more than ${limit.packages}.`);
  }
  if (megabytes > limit.megabytes) {
    faults.push(`Installing it brings ${megabytes} MB, more than ${limit.megabytes}.`);
  }
  return faults;
}

/** The paths of all packages below a node_modules, nested ones included. */
export function installedNames(modules: string): string[] {
  return readdirSync(modules, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /(^|node_modules\/)(@[^/]+\/)?[^/@.][^/]*\/package\.json$/.test(path))
    .map((path) => path.replace(/\/package\.json$/, ""))
    .sort();
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + lstatSync(join(entry.parentPath, entry.name)).size, 0);
}
