import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file that git keeps, without the links, which have no text of their own. */
export interface TrackedFile {
  /** From the root of the repository, with `/`. */
  path: string;
  bytes: Buffer;
}

/** The files as they lie on the disk, so that an edit counts before it is committed. */
export function filesOfToday(root: string): TrackedFile[] {
  return entries(git(root, ["ls-files", "--stage", "-z"]))
    .filter(({ path }) => existsSync(join(root, path)))
    .map(({ path }) => ({ path, bytes: readFileSync(join(root, path)) }));
}

/** The files of a commit, read by one git for all of them. */
export function filesOfCommit(root: string, commit: string): TrackedFile[] {
  const listed = entries(git(root, ["ls-tree", "-r", "--full-tree", "-z", commit]));
  const objects = listed.map(({ object }) => `${object}\n`).join("");
  const contents = git(root, ["cat-file", "--batch"], objects);
  let at = 0;
  return listed.map(({ path }) => {
    // Every object is a line "<name> blob <size>", its bytes, and a line break.
    const start = contents.indexOf("\n", at) + 1;
    const size = Number(contents.toString("latin1", at, start).split(" ")[2]);
    at = start + size + 1;
    return { path, bytes: contents.subarray(start, start + size) };
  });
}

/** What a name of a commit stands for, or undefined where it stands for none. */
export function commitNamed(root: string, name: string): string | undefined {
  try {
    const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
    return git(root, args).toString().trim();
  } catch {
    return undefined;
  }
}

/** Runs git in a repository, and returns what it prints. */
export function git(root: string, args: readonly string[], input = ""): Buffer {
  return execFileSync("git", args, { cwd: root, input, maxBuffer: 1024 ** 3 });
}

/** Reads "<mode> … <object> …, tab, <path>", which git writes for what is staged and for a commit alike. */
function entries(listing: Buffer): { path: string; object: string }[] {
  return listing
    .toString()
    .split("\0")
    .filter((entry) => entry.startsWith("100"))
    .map((entry) => ({
      path: entry.slice(entry.indexOf("\t") + 1),
      object: /\b[0-9a-f]{40,64}\b/.exec(entry)?.[0] ?? "",
    }));
}
