import { useBrowser } from "@image-apis/testing/use-browser";
import type { Page } from "playwright-core";
import { onTestFinished } from "vitest";
import type * as client from "../../src/index.ts";
import type { Site } from "./site.ts";

/** What a script in the page has to work with: the global `tools`. */
export interface Tools {
  client: typeof client;
  /** A PNG by its first bytes: the same every time. */
  png(size: number, name: string): File;
  /** What an error is, as far as it can leave the page. */
  told(error: unknown): { name: string; code: number | undefined; message: string };
}

/** Starts a browser for the tests of a file, and opens pages in it that have the client, as the package is built. */
export function usePages(hosts: readonly string[] = []) {
  const browser = useBrowser(hosts);
  return async (site: Site, url = site.url): Promise<Page> => {
    const page = await browser().newPage();
    onTestFinished(() => page.close());
    await page.goto(url);
    await page.waitForFunction("globalThis.tools");
    return page;
  };
}
