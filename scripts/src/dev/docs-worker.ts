import { once } from "node:events";
import { Worker } from "node:worker_threads";
import {
  type RebuildNews,
  type RebuildOptions,
  type RebuildOrder,
  rebuildProgram,
} from "@image-apis/docs/rebuild";

/** Makes the pages of the docs in a thread of its own, so that no verdict waits for them. */
export interface DocsWorker {
  /**
   * Makes the static pages again, and the reference of the APIs that are named. What is asked for meanwhile is done
   * afterwards, at once.
   */
  rebuild(references: readonly string[]): void;
  close(): Promise<void>;
}

/** What happens to the pages. */
export interface DocsWorkerEvents {
  /** Pages that changed, by their paths from the root of the site. */
  changed(pages: string[]): void;
  /** All that was asked for is done, with the number of pages that changed. */
  done(pages: number): void;
  failed(message: string): void;
}

/** Resolves when the folder holds the site as it was built last. */
export async function startDocsWorker(
  options: RebuildOptions,
  events: DocsWorkerEvents,
): Promise<DocsWorker> {
  const worker = new Worker(rebuildProgram, { workerData: options, execArgv: [] });
  /** The references still to be made, those of a failed round among them. */
  const wanted = new Set<string>();
  let isAsked = false;
  let running: string[] | undefined;
  let count = 0;

  const begin = () => {
    if (running !== undefined || !isAsked) return;
    isAsked = false;
    running = [...wanted];
    wanted.clear();
    count = 0;
    worker.postMessage({ references: running } satisfies RebuildOrder);
  };
  const end = (unfinished: readonly string[]) => {
    running = undefined;
    for (const api of unfinished) wanted.add(api);
    begin();
  };

  const ready = once(worker, "message");
  worker.on("message", (news: RebuildNews) => {
    if ("ready" in news) return;
    if ("pages" in news) {
      count += news.pages.length;
      if (news.pages.length > 0) events.changed(news.pages);
    } else if ("error" in news) {
      events.failed(news.error);
      end(running ?? []);
    } else {
      events.done(count);
      end([]);
    }
  });
  await ready;
  return {
    rebuild(references) {
      for (const api of references) wanted.add(api);
      isAsked = true;
      begin();
    },
    async close() {
      await worker.terminate();
    },
  };
}
