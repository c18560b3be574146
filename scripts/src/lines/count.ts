import { git, type TrackedFile } from "./tracked-files.ts";

/** Tests, with the samples they judge, and what a package manager writes. */
const left =
  /(^|\/)(test\/|[^/]+\.test\.[cm]?[jt]sx?$|(pnpm-lock\.yaml|package-lock\.json|[^/]+\.lock)$)/;

/** The lines of each room that were written by hand and are not tests. */
export function handWrittenLines(root: string, files: readonly TrackedFile[]): Map<string, number> {
  const written = files.filter(({ path, bytes }) => !left.test(path) && !isBinary(bytes));
  const marked = markedFiles(root, written);
  const lines = new Map<string, number>();
  for (const { path, bytes } of written) {
    if (marked.has(path)) continue;
    lines.set(roomOf(path), (lines.get(roomOf(path)) ?? 0) + linesIn(bytes));
  }
  return lines;
}

/** What changes for its own reasons: a package, an app, or a folder of the root. */
export function roomOf(path: string): string {
  const [first = "", second = "", third] = path.split("/");
  if ((first === "packages" || first === "apps") && third !== undefined)
    return `${first}/${second}`;
  return second === "" ? "root" : first;
}

/**
 * The files that .gitattributes calls generated or binary. It is today's that is asked for an old commit too: two
 * numbers can only be compared when they were measured alike.
 */
function markedFiles(root: string, files: readonly TrackedFile[]): Set<string> {
  const paths = files.map(({ path }) => `${path}\0`).join("");
  const args = ["check-attr", "-z", "--stdin", "linguist-generated", "binary"];
  const output = git(root, args, paths).toString().split("\0");
  const marked = new Set<string>();
  // Path, attribute, value, one after the other.
  for (let at = 0; at + 2 < output.length; at += 3) {
    const [path = "", , value = ""] = output.slice(at, at + 3);
    if (value === "set" || value === "true") marked.add(path);
  }
  return marked;
}

/** As git decides it: a NUL among the first bytes. */
function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 8000).includes(0);
}

/** A last line counts without a line break, too. */
function linesIn(bytes: Buffer): number {
  let lines = bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0;
  for (const byte of bytes) if (byte === 10) lines++;
  return lines;
}
