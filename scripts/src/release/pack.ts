import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Addresses, addresses } from "../addresses.ts";
import { repositoryRoot, workspacePackages } from "../repository.ts";
import { publishedManifest, readManifest } from "./manifest.ts";
import { npm } from "./npm.ts";
import { readmeForRegistry } from "./readme.ts";

/** A public package as it is published. */
export interface Packed {
  name: string;
  version: string;
  /** From the root of the repository. */
  folder: string;
  /** The path of the tarball: this file is checked, and this file is published. */
  tarball: string;
  /** By name, with the ranges that users get. */
  dependencies: Record<string, string>;
}

/** The packages that are published: those that are not private. */
export function publicPackages(): { name: string; folder: string }[] {
  return workspacePackages(repositoryRoot).filter(
    ({ folder }) => readManifest(join(repositoryRoot, folder)).private !== true,
  );
}

/** Packs every public package into a folder, once. */
export function packAll(folder: string): Packed[] {
  return publicPackages().map((it) => packOne(it.folder, folder));
}

/** Packs one public package into a folder. `own` is its folder, from the root of the repository. */
export function packOne(own: string, folder: string): Packed {
  const contents = join(folder, "contents", own.replaceAll("/", "-"));
  unpack(packWithPnpm(own, contents), contents);
  writeForRegistry(contents, own, addresses);
  const [packed] = JSON.parse(
    npm(contents, ["pack", "--json", "--ignore-scripts", "--pack-destination", folder]),
  ) as [{ filename: string }];
  const { name, version, dependencies = {} } = readManifest(contents);
  return { name, version, folder: own, tarball: join(folder, packed.filename), dependencies };
}

/** pnpm writes released versions in the place of links to the workspace and the catalog, and brings the licence. */
function packWithPnpm(own: string, contents: string): string {
  const pnpm = join(repositoryRoot, "node_modules/pnpm/bin/pnpm.mjs");
  const to = `${contents}-by-pnpm`;
  mkdirSync(to, { recursive: true });
  const output = execFileSync(
    process.execPath,
    [pnpm, "pack", "--json", "--pack-destination", to],
    {
      cwd: join(repositoryRoot, own),
      encoding: "utf8",
    },
  );
  return (JSON.parse(output) as { filename: string }).filename;
}

/** The contents of a tarball. tar comes with every system that Node 22 runs on. */
export function unpack(tarball: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"]);
}

/** Writes what only a release knows into the contents of a package: its addresses, and those of its README's links. */
export function writeForRegistry(contents: string, own: string, known: Addresses): void {
  const manifest = publishedManifest(readManifest(contents), own, known);
  writeFileSync(join(contents, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  const readme = join(contents, "README.md");
  if (existsSync(readme)) {
    const text = readFileSync(readme, "utf8");
    writeFileSync(readme, readmeForRegistry(text, own, known.repository));
  }
  const rulePages = join(contents, "dist/rule-pages.js");
  if (existsSync(rulePages) && known.repository !== "") {
    const pages = `${known.repository}/blob/main/${own}/docs/`;
    const text = readFileSync(rulePages, "utf8");
    writeFileSync(
      rulePages,
      text.replace('rulePages = ""', `rulePages = ${JSON.stringify(pages)}`),
    );
  }
}
