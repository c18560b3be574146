import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type DocsServer, serveDocs } from "../../src/server/index.ts";
import { addresses } from "../../src/site/addresses.ts";
import { loadApis } from "../../src/site/api.ts";
import { launchBrowser } from "./launch.ts";

export const apis = loadApis();

export const operationAddresses = apis.flatMap(({ operations }) =>
  operations.map(({ operationId }) => `/${addresses.operation(operationId)}`),
);

export const referenceAddresses = apis.map(({ name }) => `/${addresses.reference(name)}`);

export const everyAddress = [`/${addresses.landing}`, ...operationAddresses, ...referenceAddresses];

/** Serves the built site and starts a browser around the tests of a file. */
export function withBrowser(): { browser: () => Browser; site: () => string } {
  let browser: Browser | undefined;
  let docs: DocsServer | undefined;
  beforeAll(async () => {
    docs = await serveDocs({ port: 0 });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await docs?.close();
  });
  const running = <T>(it: T | undefined): T => {
    if (it === undefined) throw new Error("Only for use inside a test.");
    return it;
  };
  return { browser: () => running(browser), site: () => running(docs).url };
}
