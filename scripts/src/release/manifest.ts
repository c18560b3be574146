import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Addresses } from "../addresses.ts";

/** What is read of a package's package.json. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  description?: string;
  keywords?: string[];
  license?: string;
  author?: string;
  type?: string;
  engines?: Record<string, string>;
  files?: string[];
  bin?: Record<string, string>;
  exports?: Record<string, unknown>;
  publishConfig?: Record<string, unknown>;
  repository?: { type: string; url: string; directory: string };
  homepage?: string;
  bugs?: { url: string };
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  optionalDependencies?: Record<string, string>;
  scripts?: Record<string, string>;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

/**
 * A package.json as it is published: with the addresses of the project, and without what only the repository can use. The
 * scripts run files that are not packed, and some tools of the tests are private packages.
 *
 * @param directory - the folder of the package, from the root of the repository.
 */
export function publishedManifest(
  { scripts: _scripts, devDependencies: _tools, ...manifest }: Manifest,
  directory: string,
  { repository, site }: Addresses,
): Manifest {
  if (repository === "") return manifest;
  return {
    ...manifest,
    repository: { type: "git", url: `git+${repository}.git`, directory },
    homepage: site === "" ? `${repository}/tree/main/${directory}#readme` : site,
    bugs: { url: `${repository}/issues` },
  };
}
