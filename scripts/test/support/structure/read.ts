import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { git } from "../../../src/lines/tracked-files.ts";
import { repositoryRoot, workspacePackages } from "../../../src/repository.ts";
import type { PackageNode } from "./faults.ts";

/** The packages of this repository, with those that each names in its package.json. */
export function readPackages(): PackageNode[] {
  return workspacePackages(repositoryRoot).map(({ name, folder }) => {
    const manifest = JSON.parse(
      readFileSync(join(repositoryRoot, folder, "package.json"), "utf8"),
    ) as Record<string, object | undefined>;
    const { dependencies, devDependencies, peerDependencies } = manifest;
    return {
      name,
      folder,
      needs: Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }),
    };
  });
}

/** The source files of this repository that git keeps or would keep, by their path from its root. */
export function readSourceFiles(): Map<string, string> {
  const listed = git(repositoryRoot, [
    "ls-files",
    "--cached",
    "--others",
    "--exclude-standard",
    "-z",
  ]);
  return new Map(
    listed
      .toString()
      .split("\0")
      .filter((file) => /\.([cm]?[jt]s|tsx)$/.test(file) && existsSync(join(repositoryRoot, file)))
      .map((file) => [file, readFileSync(join(repositoryRoot, file), "utf8")]),
  );
}
