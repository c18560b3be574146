import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";
import { type Lock, lockFor, type Packed } from "./lock-file.ts";

const client = fileURLToPath(new URL("../..", import.meta.url));
const repository = join(client, "../..");

/** A folder outside the repository that has the packed package installed, and what it needs, and nothing else. */
export interface Consumer {
  folder: string;
  /** The packed client. */
  tarball: string;
  /** Where the client is installed. */
  installed: string;
  remove(): void;
}

/** Packs the client and what it needs of this repository, and installs both from the store, without a network. */
export function installPacked(): Consumer {
  const root = mkdtempSync(join(tmpdir(), "image-apis-packed-"));
  const folder = join(root, "consumer");
  cpSync(fileURLToPath(new URL("consumer", import.meta.url)), folder, { recursive: true });
  const packed = pack(client, root);
  const types = pack(join(client, "../types"), root);
  const byFile = { [packed.name]: packed.file, [types.name]: types.file };

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("package.json", JSON.stringify({ private: true, type: "module", dependencies: byFile }));
  // The release age is looked up in the registry, which is not asked here.
  write("pnpm-workspace.yaml", stringify({ overrides: byFile, minimumReleaseAge: 0 }));
  const own = parse(readFileSync(join(repository, "pnpm-lock.yaml"), "utf8")) as Lock;
  write("pnpm-lock.yaml", stringify(lockFor([packed, types], own)));
  const store = pnpm(["store", "path"], client).trim();
  pnpm(["install", "--offline", "--frozen-lockfile", "--store-dir", store], folder);

  return {
    folder,
    tarball: packed.file.replace("file:", ""),
    installed: join(folder, "node_modules", packed.name),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function pack(folder: string, into: string): Packed {
  const output = pnpm(["pack", "--json", "--pack-destination", into], folder);
  const { filename, integrity } = JSON.parse(output) as { filename: string; integrity: string };
  const manifest = readFileSync(join(folder, "package.json"), "utf8");
  return { ...(JSON.parse(manifest) as Packed), file: `file:${filename}`, integrity };
}

/** The pnpm of the repository, whatever the machine has. */
function pnpm(args: string[], cwd: string): string {
  const program = join(repository, "node_modules/pnpm/bin/pnpm.mjs");
  return execFileSync(process.execPath, [program, ...args], { cwd, encoding: "utf8" });
}
