import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { failOnForeignRequests } from "./check/foreign-requests.ts";
import type { SiteFile } from "./site-file.ts";
import { siteFiles } from "./site-files.ts";

/**
 * Builds the site into a folder, in place of what was there.
 *
 * @throws Error where a page cannot be made or would load something from another host; the folder then stays
 * as it was.
 */
export function buildSite(folder: string, makeFiles: () => SiteFile[] = siteFiles): void {
  const files = makeFiles();
  failOnForeignRequests(files);
  replaceFolder(folder, files);
}

/** Writes beside the folder first, so that a failure leaves nothing half-written in it. */
function replaceFolder(folder: string, files: readonly SiteFile[]): void {
  const next = `${folder}.next-${process.pid}`;
  const last = `${folder}.last-${process.pid}`;
  try {
    for (const { path, content } of files) {
      const target = join(next, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
    rmSync(last, { recursive: true, force: true });
    renameIfThere(folder, last);
    renameSync(next, folder);
  } finally {
    rmSync(next, { recursive: true, force: true });
    rmSync(last, { recursive: true, force: true });
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
