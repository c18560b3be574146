import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** The root of the repository. */
export const repositoryRoot = fileURLToPath(new URL("../../", import.meta.url));

/** A package of the workspace. */
export interface WorkspacePackage {
  name: string;
  /** From the root of the repository, with `/`. */
  folder: string;
  scripts: Record<string, string>;
}

/** Every package that pnpm-workspace.yaml names, in a fixed order. */
export function workspacePackages(root: string): WorkspacePackage[] {
  const { packages } = parse(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")) as {
    packages: string[];
  };
  return packages
    .flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root }))
    .sort()
    .map((path) => {
      const { name, scripts } = JSON.parse(readFileSync(join(root, path), "utf8")) as {
        name: string;
        scripts?: Record<string, string>;
      };
      const folder = relative(root, join(root, path, "..")).replaceAll("\\", "/");
      return { name, folder, scripts: scripts ?? {} };
    });
}
