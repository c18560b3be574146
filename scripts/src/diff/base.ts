import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenApiDocument } from "@image-apis/spec";
import { bundleApis } from "@image-apis/spec/generator";
import { parse } from "yaml";

/** Documents by the name of their API. */
export type Documents = ReadonlyMap<string, OpenApiDocument>;

/** What is read of a redocly.yaml. */
interface Config {
  plugins?: string[];
}

/** Bundles the documents of a repository as they are on the disk. */
export async function bundledDocuments(repository: string): Promise<Documents> {
  const folder = mkdtempSync(join(tmpdir(), "documents-"));
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  try {
    await bundleApis(repository, folder);
    return new Map(
      (read("apis.json") as string[]).map((api) => [api, read(`${api}.document.json`)]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Bundles the documents of a commit. Neither the working tree nor the index is touched.
 *
 * @throws Error where the commit is unknown or its documents cannot be bundled.
 */
export async function documentsAt(repository: string, ref: string): Promise<Documents> {
  const folder = mkdtempSync(join(tmpdir(), "base-"));
  const tree = join(folder, "tree");
  mkdirSync(tree);
  try {
    const checkOut = (...paths: string[]) =>
      git(repository, ["--work-tree", tree, "checkout", ref, "--", ...paths], {
        GIT_INDEX_FILE: join(folder, "index"),
      });
    checkOut("spec", "redocly.yaml");
    const config = parse(readFileSync(join(tree, "redocly.yaml"), "utf8")) as Config;
    // Where the plugin stands may be another place than today's.
    if (config.plugins !== undefined) checkOut(...config.plugins);
    return await bundledDocuments(tree);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs git and returns what it prints. */
export function git(repository: string, args: string[], env: NodeJS.ProcessEnv = {}): string {
  return execFileSync("git", args, {
    cwd: repository,
    encoding: "utf8",
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}
