import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveDocs } from "@image-apis/docs";
import { startMock } from "@image-apis/mock";
import type { Bundle } from "@image-apis/spec/generator";
import { repositoryRoot } from "../repository.ts";
import { watchChanges } from "./changes.ts";
import { openJudge } from "./judge.ts";
import { liveReload, reloadScript } from "./live-reload.ts";
import { openPages } from "./pages.ts";
import type { Words } from "./words.ts";
import { writeMade } from "./write-made.ts";

/** What the documents are made of, and what else stands on the pages. */
const documents = ["spec", "redocly.yaml"];
const besideThem = ["apps/docs/content"];

const waits = "Waits for documents without errors.";

/** The running loop. */
export interface Dev {
  docs: string;
  mock: string;
  /** Resolves when the documents were judged for the first time. */
  judged: Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves mock and docs, judges the documents now and after every save, and gives what is good to the types, the mock
 * and the pages. What is not good is told; each of them then stays with the last good version.
 */
export async function startDev(ports: { docs: number; mock: number }, words: Words): Promise<Dev> {
  const folder = mkdtempSync(join(tmpdir(), "image-apis-dev-"));
  const judge = openJudge(repositoryRoot);
  const reload = liveReload();
  /** Since when each serves what it serves; nobody knows of what was built before. */
  const since: { mock?: Date; docs?: Date } = {};
  let good: readonly Bundle[] = [];
  let saved = 0;

  const mock = await startMock({ port: ports.mock });
  const pages = await openPages(
    { folder, script: reloadScript },
    {
      changed: reload.tell,
      done(count) {
        since.docs = new Date();
        words.fresh(
          "docs",
          `${count} new page${count === 1 ? "" : "s"}`,
          performance.now() - saved,
        );
      },
      failed: (message) => words.stale("docs", since.docs, message),
    },
  );
  const docs = await serveDocs({
    port: ports.docs,
    folder,
    mockUrl: mock.url,
    first: reload.answer,
  });

  const serveAgain = async (bundles: readonly Bundle[]) => {
    const touched = bundles.filter((it) => !good.includes(it)).map(({ api }) => api);
    good = bundles;
    try {
      await mock.reload(async () =>
        bundles.map(({ api, document, exchanges }) => ({ name: api, document, exchanges })),
      );
      since.mock = new Date();
      words.fresh("mock", "serves the new documents", performance.now() - saved);
    } catch (error) {
      words.stale("mock", since.mock, (error as Error).message);
    }
    pages.rebuild(touched);
  };

  const take = async (files: readonly string[]) => {
    if (!files.some((file) => documents.some((place) => file.startsWith(place)))) {
      pages.rebuild([]);
      return;
    }
    words.begins(files);
    try {
      const judgement = await judge();
      words.verdict(judgement, performance.now() - saved);
      if (judgement.generated === undefined) {
        words.stale("mock", since.mock, waits);
        words.stale("docs", since.docs, waits);
        return;
      }
      writeMade(repositoryRoot, judgement.bundles, judgement.generated);
      await serveAgain(judgement.bundles);
    } catch (error) {
      // A file may go while it is read; the save after this one is judged like any other.
      words.failed((error as Error).message);
    }
  };

  const { promise: judged, resolve: isJudged } = Promise.withResolvers<void>();
  const watch = await watchChanges(
    repositoryRoot,
    [...documents, ...besideThem],
    async (files, at) => {
      await judged;
      saved = at;
      await take(files);
    },
  );
  saved = performance.now();
  void take(documents).then(isJudged);
  return {
    docs: docs.url,
    mock: mock.url,
    judged,
    async close() {
      await watch.close();
      await Promise.all([pages.close(), mock.close(), docs.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
