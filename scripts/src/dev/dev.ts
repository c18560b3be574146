import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveDocs } from "@image-apis/docs";
import { startMock } from "@image-apis/mock";
import type { Bundle } from "@image-apis/spec/generator";
import { watchChanges } from "@image-apis/spec/watch";
import { repositoryRoot } from "../repository.ts";
import { openChecker } from "./checker.ts";
import { startDocsWorker } from "./docs-worker.ts";
import { liveReload, reloadScript } from "./live-reload.ts";
import type { Reporter } from "./reporter.ts";
import { writeArtifacts } from "./write-artifacts.ts";

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
export async function startDev(
  ports: { docs: number; mock: number },
  reporter: Reporter,
): Promise<Dev> {
  const folder = mkdtempSync(join(tmpdir(), "image-apis-dev-"));
  const check = openChecker(repositoryRoot);
  const reload = liveReload();
  /** Since when each serves what it serves; nobody knows of what was built before. */
  const since: { mock?: Date; docs?: Date } = {};
  let good: readonly Bundle[] = [];
  let saved = 0;

  const mock = await startMock({ port: ports.mock });
  const docsWorker = await startDocsWorker(
    { folder, script: reloadScript },
    {
      changed: reload.tell,
      done(count) {
        since.docs = new Date();
        reporter.fresh(
          "docs",
          `${count} new page${count === 1 ? "" : "s"}`,
          performance.now() - saved,
        );
      },
      failed: (message) => reporter.stale("docs", since.docs, message),
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
      reporter.fresh("mock", "serves the new documents", performance.now() - saved);
    } catch (error) {
      reporter.stale("mock", since.mock, (error as Error).message);
    }
    docsWorker.rebuild(touched);
  };

  const take = async (files: readonly string[]) => {
    if (!files.some((file) => documents.some((place) => file.startsWith(place)))) {
      docsWorker.rebuild([]);
      return;
    }
    reporter.begins(files);
    try {
      const result = await check();
      reporter.verdict(result, performance.now() - saved);
      if (result.generated === undefined) {
        reporter.stale("mock", since.mock, waits);
        reporter.stale("docs", since.docs, waits);
        return;
      }
      writeArtifacts(repositoryRoot, result.bundles, result.generated);
      await serveAgain(result.bundles);
    } catch (error) {
      // A file may go while it is read; the save after this one is judged like any other.
      reporter.failed((error as Error).message);
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
      await Promise.all([docsWorker.close(), mock.close(), docs.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
