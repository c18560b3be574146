/**
 * A worker that keeps a folder as the site is: told to, it makes the static pages and the interactive reference of the
 * APIs that are named, and answers with the pages that changed. `npm run dev` starts it, so that nothing waits for it.
 */
import { parentPort, workerData } from "node:worker_threads";
import { siteFolder } from "../src/server/site-folder.ts";
import { loadInputs } from "../src/site/inputs.ts";
import { siteKeeper } from "../src/site/rebuild.ts";
import type { RebuildNews, RebuildOptions, RebuildOrder } from "../src/site/rebuild-messages.ts";
import { referenceFilesOf, staticFiles } from "../src/site/site-files.ts";

const { folder, script } = workerData as RebuildOptions;
const keep = siteKeeper(folder, script, siteFolder());
const tell = (news: RebuildNews) => parentPort?.postMessage(news);

parentPort?.on("message", ({ references }: RebuildOrder) => {
  try {
    const inputs = loadInputs();
    tell({ pages: keep("static", staticFiles(undefined, inputs)) });
    for (const api of references) tell({ pages: keep(api, referenceFilesOf(api, inputs)) });
    tell({ done: true });
  } catch (error) {
    tell({ error: error instanceof Error ? error.message : String(error) });
  }
});

tell({ ready: true });
