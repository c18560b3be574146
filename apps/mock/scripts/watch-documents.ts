import type { Sources } from "@image-apis/spec/generator";
import { watchChanges } from "@image-apis/spec/watch";
import type { Api, Mock } from "../src/index.ts";

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
  const watch = await watchChanges(repository, ["spec", "redocly.yaml"], async () => {
    const start = performance.now();
    try {
      await mock.reload(bundled);
      terminal.log(`Updated documents served after ${Math.round(performance.now() - start)} ms.`);
    } catch (error) {
      const { message } = error as Error;
      terminal.error(`The documents cannot be served; the last good ones still are.\n  ${message}`);
    }
  });
  return () => watch.close();
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
