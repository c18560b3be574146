import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { watch } from "chokidar";
import { bundleApis } from "../../../spec/build/bundle.ts";
import type { Api, Mock } from "../src/index.ts";

/** A save often is several events. */
const quietMilliseconds = 50;

/**
 * Bundles the documents of a repository anew whenever a file below spec/ changes, and lets the mock serve them.
 * Documents that cannot be bundled or served are told, and the mock goes on with those it has.
 *
 * @returns a function that ends the watch, once it sees every change.
 */
export async function watchDocuments(
  repository: string,
  mock: Pick<Mock, "reload">,
  terminal: Pick<Console, "log" | "error">,
): Promise<() => Promise<void>> {
  let last = Promise.resolve();
  let soon: NodeJS.Timeout | undefined;
  const reload = async () => {
    const start = performance.now();
    try {
      await mock.reload(() => bundled(repository));
      terminal.log(`Documents served anew after ${Math.round(performance.now() - start)} ms.`);
    } catch (error) {
      const { message } = error as Error;
      terminal.error(`The documents cannot be served; the last good ones still are.\n  ${message}`);
    }
  };
  const spec = join(repository, "spec");
  const watcher = watch(spec, {
    ignoreInitial: true,
    ignored: (path) => isOther(relative(spec, path).replaceAll("\\", "/")),
  });
  watcher.on("all", (_, file) => {
    if (!/\.ya?ml$/.test(file)) return;
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

/** The sources of the documents lie in a folder for each API; the rest of spec/ is the package around them. */
function isOther(path: string): boolean {
  return /^(dist|node_modules|reports|src|test|build|lint|scripts|fixtures)(\/|$)/.test(path);
}

async function bundled(repository: string): Promise<Api[]> {
  const folder = mkdtempSync(join(tmpdir(), "image-apis-"));
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  try {
    await bundleApis(repository, folder);
    return (read("apis.json") as string[]).map((name) => ({
      name,
      document: read(`${name}.json`),
      exchanges: read(`${name}.exchanges.json`),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
