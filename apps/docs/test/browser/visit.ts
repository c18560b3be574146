import type { Operation } from "@image-apis/spec";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { slug } from "../../src/site/guides/render.ts";

/** What a visit to a page brought up beside the page. */
export interface Visit {
  page: Page;
  /** Every address outside the site that anything on the page asked for; each was refused. */
  foreign: string[];
  /** Every warning and error on the console, and every exception nobody caught. */
  complaints: string[];
  close(): Promise<void>;
}

/** Opens a page of the site in a browser of its own, which cannot reach any other host. */
export async function visit(
  browser: Browser,
  site: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  const foreign: string[] = [];
  const complaints: string[] = [];
  await context.route("**/*", (route) => {
    const { origin, href } = new URL(route.request().url());
    if (origin === site) return route.continue();
    foreign.push(href);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(site + path);
  return { page, foreign, complaints, close: () => context.close() };
}

/** Goes to an operation within Redoc, whose page is open. */
export async function openOperation(page: Page, operation: Operation | undefined): Promise<void> {
  const { operationId = "", summary = "", tags: [tag = ""] = [] } = operation ?? {};
  await settled(page);
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `/${slug(tag)}/${operationId.toLowerCase()}`,
  );
  await page.locator("h2", { has: page.getByText(summary, { exact: true }) }).waitFor();
  await settled(page);
}

/** Waits until a page has loaded and has not changed for a while; Redoc writes its content bit by bit. */
export async function settled(page: Page): Promise<void> {
  await page.getByText("Loading...").waitFor({ state: "detached" });
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const quiet = 250;
        const done = () => {
          observer.disconnect();
          resolve();
        };
        let timer = setTimeout(done, quiet);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quiet);
        });
        const everything = { subtree: true, childList: true, attributes: true };
        observer.observe(document, everything);
      }),
  );
}
