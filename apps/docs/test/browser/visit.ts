import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** What a visit to a page brought up beside the page. */
export interface Visit {
  page: Page;
  /** Every address outside the site that anything on the page asked for; the browser reaches this machine alone. */
  foreign: string[];
  /** Every warning and error on the console, and every exception nobody caught. */
  complaints: string[];
  close(): Promise<void>;
}

/** Opens a page of the site in a browser of its own, in which nothing is cached or stored. */
export async function visit(
  browser: Browser,
  site: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const { page, noteTo } = await openPage(browser, site, options);
  const notes = noteTo();
  await page.goto(site + path);
  return { page, ...notes, close: () => page.context().close() };
}

/**
 * Visits for tests that do no more to a page than a reader can: each goes on in the page where one
 * before it has ended, since most of what a visit costs is a fresh page. Of the one before nothing
 * is left but the files in the cache: no document, no stored data, no screen. One that fails hands
 * nothing on.
 */
export function visitsInTurn(
  browser: () => Browser,
  site: () => string,
): (path: string, colorScheme?: "light" | "dark") => Promise<Visit> {
  const idle: OpenPage[] = [];
  return async (path, colorScheme) => {
    const open = idle.pop() ?? (await openPage(browser(), site(), {}));
    const { page } = open;
    const notes = open.noteTo();
    await page.emulateMedia({ colorScheme: colorScheme ?? null });
    await page.goto(site() + path);
    const close = async () => {
      await page.evaluate(() => localStorage.clear());
      await page.goto("about:blank");
      await page.setViewportSize(firstScreen);
      idle.push(open);
    };
    return { page, ...notes, close };
  };
}

type Notes = Pick<Visit, "foreign" | "complaints">;

interface OpenPage {
  page: Page;
  /** Starts new notes, for the visit that begins. */
  noteTo(): Notes;
}

const firstScreen = { width: 1280, height: 720 };

async function openPage(
  browser: Browser,
  site: string,
  options: BrowserContextOptions,
): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: firstScreen, ...options });
  context.setDefaultTimeout(30_000);
  let notes: Notes = { foreign: [], complaints: [] };
  context.on("request", (request) => {
    const { origin, href } = new URL(request.url());
    if (origin !== site) notes.foreign.push(href);
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) notes.complaints.push(message.text());
  });
  page.on("pageerror", (error) => notes.complaints.push(String(error)));
  const noteTo = () => {
    notes = { foreign: [], complaints: [] };
    return notes;
  };
  return { page, noteTo };
}

/** Waits until a page has loaded and has not changed for a while; Redoc writes its content bit by bit. */
export async function settled(page: Page): Promise<void> {
  // Most pages never say so, and are not made to load what a locator needs.
  const isLoading = await page.evaluate(() => document.body.textContent.includes("Loading..."));
  if (isLoading) await page.getByText("Loading...").waitFor({ state: "detached" });
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
