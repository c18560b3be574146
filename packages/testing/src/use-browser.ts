import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./browser.ts";

/**
 * Starts a browser before the tests of a file and closes it after them.
 *
 * @param hosts As `launchBrowser` has them.
 * @returns The browser, once the tests run.
 */
export function useBrowser(hosts: readonly string[] = []): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser(hosts);
  });
  afterAll(() => browser?.close());
  return () => {
    if (browser === undefined) throw new Error("The browser starts before the first test.");
    return browser;
  };
}
