import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { git } from "./base.ts";
import type { Size } from "./change.ts";

/** The sizes of a release, the smallest first. */
export const bumps = ["none", "patch", "minor", "major"] as const;
export type Bump = (typeof bumps)[number];

/** The packages whose version is that of the documents. */
export const lockStep = ["@image-apis/spec", "@image-apis/types", "@image-apis/client"];

/** The least release a change needs. Before 1.0.0 a minor one may break. */
export function neededBump(size: Size | undefined, version: string): Bump {
  if (size === undefined) return "none";
  const isFirst = version.startsWith("0.");
  if (size === "breaking") return isFirst ? "minor" : "major";
  if (size === "additive") return isFirst ? "patch" : "minor";
  return "patch";
}

/** The largest release that changesets written since a commit ask for, of the packages in lock-step. */
export function addedBump(repository: string, ref: string): Bump {
  const committed = git(repository, [
    "diff",
    "--name-only",
    "--diff-filter=A",
    ref,
    "--",
    ".changeset",
  ]);
  const untracked = git(repository, ["ls-files", "--others", "--exclude-standard", ".changeset"]);
  const files = `${committed}${untracked}`.split("\n").filter((file) => file.endsWith(".md"));
  const asked = files.flatMap((file) => bumpsOf(readFileSync(join(repository, file), "utf8")));
  return bumps[Math.max(0, ...asked.map((it) => bumps.indexOf(it)))] ?? "none";
}

/** What one changeset asks for. */
export function bumpsOf(text: string): Bump[] {
  const head = /^---\n(.*?)\n---/s.exec(text)?.[1] ?? "";
  const packages = (parse(head) ?? {}) as Record<string, Bump>;
  return Object.entries(packages).flatMap(([name, bump]) => (lockStep.includes(name) ? bump : []));
}
