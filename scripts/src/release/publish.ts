import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../repository.ts";
import { npm } from "./npm.ts";
import { neededBy } from "./own-packages.ts";
import type { Packed } from "./pack.ts";

/** What a repository still has to do before anything may be published, as sentences. */
export function unreadyFaults(repository: string): string[] {
  const waiting = readdirSync(join(repository, ".changeset")).filter(
    (it) => it.endsWith(".md") && it !== "README.md",
  );
  return waiting.length === 0
    ? []
    : [
        `${waiting.length} changesets are not in a version yet. Run \`npm run version\`, and merge what it writes.`,
      ];
}

/** Why a machine cannot publish: npm signs provenance for a workflow that has an identity, and for nothing else. */
export function identityFaults(env: NodeJS.ProcessEnv): string[] {
  return env.ACTIONS_ID_TOKEN_REQUEST_URL === undefined
    ? [
        "Here is no identity that provenance could be signed with. Merge the pull request that versions the packages: the workflow publishes then.",
      ]
    : [];
}

/** Packages in an order in which each comes after those that it needs. */
export function inOrder(packed: readonly Packed[]): Packed[] {
  const depth = (one: Packed) => neededBy(one.name, packed).length;
  return [...packed].sort((a, b) => depth(a) - depth(b));
}

/**
 * Publishes the tarballs as they are, with provenance, and tags the commit. A version that the registry has already is left
 * alone, so that a release that broke off can be run again.
 */
export function publishAll(packed: readonly Packed[], folder: string): void {
  for (const { name, version, tarball } of inOrder(packed)) {
    if (isPublished(folder, name, version)) {
      console.log(`${name}@${version} is on the registry already.`);
      continue;
    }
    npm(folder, ["publish", tarball, "--provenance", "--access", "public", "--ignore-scripts"]);
    console.log(`Published ${name}@${version}.`);
  }
  const changeset = join(repositoryRoot, "node_modules/@changesets/cli/bin.js");
  execFileSync(process.execPath, [changeset, "tag"], { cwd: repositoryRoot, stdio: "inherit" });
}

function isPublished(folder: string, name: string, version: string): boolean {
  try {
    return npm(folder, ["view", `${name}@${version}`, "version"]).trim() === version;
  } catch (error) {
    const { stderr = "" } = error as { stderr?: string };
    if (/\bE404\b/.test(stderr)) return false;
    throw error;
  }
}
