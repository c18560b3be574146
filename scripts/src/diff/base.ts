import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenApiDocument } from "@image-apis/spec";
import { bundleApis } from "../../../spec/build/bundle.ts";

/** Documents by the name of their API. */
export type Documents = ReadonlyMap<string, OpenApiDocument>;

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
    git(repository, ["--work-tree", tree, "checkout", ref, "--", "spec", "redocly.yaml"], {
      GIT_INDEX_FILE: join(folder, "index"),
    });
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
