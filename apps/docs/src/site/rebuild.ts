import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { failOnForeignRequests } from "./check/foreign-requests.ts";
import type { SiteFile } from "./site-file.ts";

/**
 * Keeps a folder as the site is, for a server that runs beside: only files that changed are written, each at once.
 *
 * @param folder where the site stands; it begins as `built`, the site that was built last.
 * @param script the address of a script that every page runs beside its own; it must be of this site.
 * @returns a function that takes the whole of one part of the site, by the part's name, and tells the paths of the
 * pages that changed. It throws an Error, and writes nothing, where a file would load something from another host.
 */
export function siteKeeper(folder: string, script: string, built: string) {
  const known = new Map<string, string>();
  const parts = new Map<string, Set<string>>();
  const put = ({ path, content }: SiteFile) => {
    write(join(folder, path), content.replace("</head>", `${scriptElement(script)}\n</head>`));
    known.set(path, content);
  };
  for (const file of filesOf(built)) put(file);

  return (part: string, files: readonly SiteFile[]): string[] => {
    const changed = files.filter(({ path, content }) => known.get(path) !== content);
    failOnForeignRequests(changed);
    for (const file of changed) put(file);
    const paths = new Set(files.map(({ path }) => path));
    for (const path of parts.get(part) ?? []) {
      if (paths.has(path)) continue;
      rmSync(join(folder, path));
      known.delete(path);
    }
    parts.set(part, paths);
    return changed.map(({ path }) => path).filter((path) => path.endsWith(".html"));
  };
}

const scriptElement = (address: string) => `<script defer src="${address}"></script>`;

function filesOf(built: string): SiteFile[] {
  return readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(built, file).replaceAll("\\", "/"),
      content: readFileSync(file, "utf8"),
    }));
}

/** Writes beside the file first, so that no reader sees half of it. */
function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.next`, content);
  renameSync(`${file}.next`, file);
}
