import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot, workspacePackages } from "../repository.ts";

/** What is read of a package's package.json. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  description?: string;
  license?: string;
  type?: string;
  engines?: Record<string, string>;
  files?: string[];
  bin?: Record<string, string>;
  exports?: Record<string, unknown>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  scripts?: Record<string, string>;
}

/** A public package as it would be published. */
export interface Packed {
  name: string;
  /** From the root of the repository. */
  folder: string;
  /** The path of the tarball. */
  tarball: string;
  /** By name, with their versions in this repository. */
  dependencies: Record<string, string>;
}

/** The packages that are published: those that are not private. */
export function publicPackages(): { name: string; folder: string }[] {
  return workspacePackages(repositoryRoot).filter(
    ({ folder }) => readManifest(join(repositoryRoot, folder)).private !== true,
  );
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

/** Packs every public package into a folder, with released versions in the place of workspace links. */
export function packAll(folder: string): Packed[] {
  const pnpm = join(repositoryRoot, "node_modules/pnpm/bin/pnpm.mjs");
  return publicPackages().map(({ name, folder: own }) => {
    const output = execFileSync(
      process.execPath,
      [pnpm, "pack", "--json", "--pack-destination", folder],
      { cwd: join(repositoryRoot, own), encoding: "utf8" },
    );
    const { filename } = JSON.parse(output) as { filename: string };
    const { dependencies = {} } = readManifest(join(repositoryRoot, own));
    return { name, folder: own, tarball: filename, dependencies };
  });
}
