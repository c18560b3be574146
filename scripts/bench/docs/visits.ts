import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type Peer, redocScript } from "./peers.ts";

/** What one visit with a cold cache brought. */
export interface VisitCost {
  /** Until the first paint with content, and until a reader can use the page, in milliseconds. */
  paint: number;
  ready: number;
  /** What travelled, compressed, until the page was ready. */
  bytes: number;
  scriptBytes: number;
  /** Other hosts that were asked. */
  foreign: Set<string>;
}

const wcag22 = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const makersScript = "/redoc.standalone.js";
const makersBytes = gzipSync(redocScript()).length;

/** Opens a peer's page as a reader who was never there. */
export async function firstVisit(browser: Browser, url: string, peer: Peer): Promise<VisitCost> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const foreign = await keepIn(context, url);
  const page = await context.newPage();
  const weight = await weigh(page);
  const ready = await open(page, url, peer);
  const { bytes, scriptBytes } = weight();
  const paint = await page.waitForFunction(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  );
  const painted = (await paint.jsonValue()) ?? Number.NaN;
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForTimeout(500);
  await context.close();
  return { paint: painted, ready, bytes, scriptBytes, foreign };
}

/** What travels when the same reader comes back, with what the first visit left in the cache. */
export async function repeatedBytes(browser: Browser, url: string, peer: Peer): Promise<number> {
  const context = await browser.newContext();
  const first = await context.newPage();
  await open(first, url, peer);
  await first.close();
  const page = await context.newPage();
  const weight = await weigh(page);
  await open(page, url, peer);
  await context.close();
  return weight().bytes;
}

/** What axe finds on a peer's page, light and dark, on a wide screen and a phone, together. */
export async function axeFindings(browser: Browser, url: string, peer: Peer): Promise<number> {
  let found = 0;
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({ colorScheme });
    await keepIn(context, url);
    const page = await context.newPage();
    await open(page, url, peer);
    for (const width of [1440, 375]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(1000);
      const { violations } = await new AxeBuilder({ page }).withTags(wcag22).analyze();
      found += violations.flatMap(({ nodes }) => nodes).length;
    }
    await context.close();
  }
  return found;
}

/** Loads the page; the milliseconds until it is ready. */
async function open(page: Page, url: string, peer: Peer): Promise<number> {
  await page.addInitScript(`{
    const look = () => {
      if (document.documentElement !== null && (${peer.isReady})) window.readyAt = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  }`);
  await page.goto(url + peer.page, { waitUntil: "commit" });
  const ready = await page.waitForFunction(
    () => (window as unknown as { readyAt?: number }).readyAt, // The script above sets it.
    undefined,
    { timeout: 60_000 },
  );
  return (await ready.jsonValue()) ?? Number.NaN;
}

/** Refuses every other host, but stands in for the one that Redoc's default page cannot do without. */
async function keepIn(context: BrowserContext, url: string): Promise<Set<string>> {
  const foreign = new Set<string>();
  await context.route("**/*", (route) => {
    const { origin, host, pathname, protocol } = new URL(route.request().url());
    if (origin === url || ["data:", "blob:"].includes(protocol)) return route.continue();
    foreign.add(host);
    if (!pathname.endsWith(makersScript)) return route.abort();
    const headers = { "Access-Control-Allow-Origin": "*" };
    return route.fulfill({ body: redocScript(), contentType: "text/javascript", headers });
  });
  return foreign;
}

/** Adds up what travels from now on; what stands in for the maker's host counts as that host would send it. */
async function weigh(page: Page): Promise<() => { bytes: number; scriptBytes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const responses = new Map<string, { type: string; url: string }>();
  let bytes = 0;
  let scriptBytes = 0;
  session.on("Network.responseReceived", ({ requestId, type, response: { url } }) => {
    responses.set(requestId, { type, url });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const { type, url } = responses.get(requestId) ?? { type: "", url: "" };
    const travelled = url.endsWith(makersScript) ? makersBytes : encodedDataLength;
    bytes += travelled;
    if (type === "Script") scriptBytes += travelled;
  });
  return () => ({ bytes, scriptBytes });
}
