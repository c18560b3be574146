import { launchBrowser } from "@image-apis/testing/browser";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type DocsServer, serveDocs } from "../../src/server/index.ts";
import { loadApis } from "../../src/site/api.ts";
import { builtFiles } from "../built-files.ts";

export const apis = loadApis();

/** The address of every page there is. */
export const everyAddress = builtFiles
  .map((name) => `/${name}`)
  .filter((name) => name.endsWith("/index.html"))
  .map((name) => name.replace(/index\.html$/, ""))
  .sort();

/** One page of each kind, for what does not depend on the content. */
export const oneOfEachKind = [
  ...new Map(
    everyAddress.map((address) => [
      address.split("/").slice(0, 2).join("/") + (address.split("/").length > 3),
      address,
    ]),
  ).values(),
];

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
