import type { Stats } from "node:fs";
import { join, relative } from "node:path";
import { watch } from "chokidar";

/** A save often is several events. */
const quietMilliseconds = 10;

/** A watch that goes on until it is closed. */
export interface Watch {
  close(): Promise<void>;
}

/**
 * Tells of every save below some places of a folder: the files, from the folder and with `/`, and when the first of
 * them was seen. What is told is awaited before the next is, so that the last save is the one that stays.
 */
export async function watchChanges(
  root: string,
  places: readonly string[],
  tell: (files: string[], since: number) => Promise<void>,
): Promise<Watch> {
  let files = new Set<string>();
  let since = 0;
  let soon: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const flush = async () => {
    if (files.size === 0) return;
    const saved = [...files].sort();
    files = new Set();
    await tell(saved, since);
  };
  const watcher = watch(
    places.map((place) => join(root, place)),
    { ignoreInitial: true, ignored: (path, stats) => isIgnored(relative(root, path), stats) },
  );
  watcher.on("all", (event, path) => {
    if (event === "addDir" || event === "unlinkDir") return;
    if (files.size === 0) since = performance.now();
    files.add(relative(root, path).replaceAll("\\", "/"));
    clearTimeout(soon);
    soon = setTimeout(() => {
      last = last.then(flush);
    }, quietMilliseconds);
  });
  await new Promise<void>((ready) => watcher.once("ready", ready));
  return {
    async close() {
      clearTimeout(soon);
      await watcher.close();
      await last;
    },
  };
}

/** The documents and guides, and the images of the fixtures. */
const source = /(^|[\\/])[^.\\/][^\\/]*\.(ya?ml|json|md|png|jpe?g|gif|tiff?|webp|svg|txt)$/;

/** Editors write other files beside the one they save. */
function isIgnored(path: string, stats: Stats | undefined): boolean {
  return stats?.isFile() === true && !source.test(path);
}
