import { once } from "node:events";
import { join, relative } from "node:path";
import type { Sources } from "@image-apis/spec/generator";
import { watch } from "chokidar";
import type { Api, Mock } from "../src/index.ts";

/** A save often is several events. */
const quietMilliseconds = 50;

/**
 * Bundles the documents of a repository again whenever a file they are made of changes, and lets the mock serve them.
 * Documents that cannot be bundled or served are told, and the mock goes on with those it has.
 *
 * @returns a function that ends the watch, once it sees every change.
 */
export async function watchDocuments(
  repository: string,
  mock: Pick<Mock, "reload">,
  terminal: Pick<Console, "log" | "error">,
): Promise<() => Promise<void>> {
  const bundled = bundler(repository);
  let last: Promise<unknown> = Promise.resolve();
  let soon: NodeJS.Timeout | undefined;
  const fromRoot = (path: string) => relative(repository, path).replaceAll("\\", "/");
  const reload = async () => {
    const start = performance.now();
    try {
      await mock.reload(bundled);
      terminal.log(`Updated documents served after ${Math.round(performance.now() - start)} ms.`);
    } catch (error) {
      const { message } = error as Error;
      terminal.error(`The documents cannot be served; the last good ones still are.\n  ${message}`);
    }
  };
  const watcher = watch(
    ["spec", "redocly.yaml"].map((place) => join(repository, place)),
    { ignoreInitial: true },
  );
  watcher.on("all", (event, path) => {
    if (event === "addDir" || event === "unlinkDir" || !isSource(fromRoot(path))) return;
    clearTimeout(soon);
    // One after the other, so that the last change is the one that stays.
    soon = setTimeout(() => {
      last = last.then(reload);
    }, quietMilliseconds);
  });
  await once(watcher, "ready");
  return async () => {
    clearTimeout(soon);
    await watcher.close();
    await last;
  };
}

/** Editors write other files beside the one they save. */
function isSource(path: string): boolean {
  return /\.ya?ml$/.test(path) || /^spec\/fixtures\/[^.][^/]*$/.test(path);
}

/**
 * A function that bundles the documents as they are; what did not change is not read again. The bundler is loaded with
 * the first change: it takes 150 MB of memory, which a mock whose documents stay as they are need not hold.
 */
function bundler(repository: string): () => Promise<Api[]> {
  let sources: Sources | undefined;
  return async () => {
    const { bundleFolder, copyFixtures, makeBundles, readSources } = await import(
      "@image-apis/spec/generator"
    );
    copyFixtures(repository, bundleFolder(repository));
    sources = readSources(repository, sources);
    const bundles = await makeBundles(repository, sources);
    return bundles.map(({ api: name, document, exchanges }) => ({ name, document, exchanges }));
  };
}
