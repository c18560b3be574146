import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addresses } from "../../src/site/addresses.ts";
import { findings } from "./axe.ts";
import { faults } from "./looks.ts";
import { apis, everyAddress, withBrowser } from "./site.ts";
import { openOperation, settled, visit } from "./visit.ts";

const { browser, site } = withBrowser();

const schemes = ["light", "dark"] as const;
type Scheme = (typeof schemes)[number];
const widths = [1440, 375];
const staticPages = everyAddress.filter((address) => !address.startsWith("/reference/"));
const references = apis.flatMap((api) => schemes.map((scheme) => ({ ...api, scheme })));

// Side by side, since half of a visit is waiting.
describe.concurrent("light and dark, on a wide screen and a phone, nobody is kept out of", () => {
  test.each(staticPages)("%s", async (address) => {
    const { page, foreign, complaints, close } = await visit(browser(), site(), address);
    await readAndSearch(page, "/");
    const found: string[] = [];
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme });
      found.push(...(await faultsOn(page, scheme)));
    }
    await close();
    expect({ found, foreign, complaints }).toEqual({ found: [], foreign: [], complaints: [] });
  });

  // Redoc reads the scheme when it starts, and shows its operations within one page.
  test.each(references)("every operation of the reference of $name, $scheme", async (api) => {
    const address = `/${addresses.reference(api.name)}`;
    const options = { colorScheme: api.scheme };
    const { page, foreign, complaints, close } = await visit(browser(), site(), address, options);
    await readAndSearch(page, "Control+k");
    const found = await faultsOn(page, api.scheme);
    for (const operation of api.operations) {
      await openOperation(page, operation);
      const here = await faultsOn(page, api.scheme);
      found.push(...here.map((fault) => `${operation.operationId}, ${fault}`));
    }
    await close();
    expect({ found, foreign, complaints }).toEqual({ found: [], foreign: [], complaints: [] });
  });
});

/** Reads to the end, and searches with the page's own key. */
async function readAndSearch(page: Page, key: string): Promise<void> {
  await settled(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.keyboard.press(key);
  await settled(page);
  await page.keyboard.type("image");
  await settled(page);
  await page.keyboard.press("Escape");
  await page.evaluate(() => scrollTo(0, 0));
}

/** What is wrong on both screens. */
async function faultsOn(page: Page, colorScheme: Scheme): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    const here = [...(await faults(page, { colorScheme, width })), ...(await findings(page))];
    found.push(...here.map((fault) => `${colorScheme}, ${width} pixels: ${fault}`));
  }
  return found;
}
