import type { Browser, BrowserContextOptions, Page } from "playwright-core";

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
