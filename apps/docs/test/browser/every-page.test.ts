import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addresses } from "../../src/site/addresses.ts";
import { findings } from "./axe.ts";
import { faults, type Screen } from "./looks.ts";
import { byTag, notShown, openOperation } from "./redoc.ts";
import { apis, everyAddress, withBrowser } from "./site.ts";
import { settled, visitsInTurn } from "./visit.ts";

const { browser, site } = withBrowser();

// In this order every step changes but one of the two.
const views = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 1440 },
  { colorScheme: "dark", width: 375 },
  { colorScheme: "light", width: 375 },
] as const satisfies Screen[];
const schemes = ["light", "dark"] as const;
const staticPages = everyAddress.filter((address) => !address.startsWith("/reference/"));

// Side by side, since half of a visit is waiting.
describe.concurrent("light and dark, on a wide screen and a phone, nobody is kept out of", () => {
  const visitNext = visitsInTurn(browser, site);

  // Redoc reads the scheme when it starts, and shows its operations within one page.
  test.each(apis)("every operation of the reference of $name", async ({ name, operations }) => {
    const all = [];
    for (const scheme of schemes) {
      const visited = await visitNext(`/${addresses.reference(name)}`, scheme);
      const { page, foreign, complaints, close } = visited;
      await readAndSearch(page, "Control+k");
      // A header that stays covers half of whatever happens to lie under its edge.
      await page.locator(".site-header").evaluate((header) => {
        header.style.position = "static";
      });
      const screens = views.filter(({ colorScheme }) => colorScheme === scheme);
      const found = await faultsIn(screens, page);
      for (const together of byTag(operations)) {
        for (const operation of together) await openOperation(page, operation);
        found.push(...(await notShown(page, together)), ...(await faultsIn(screens, page)));
      }
      await close();
      all.push(...found, ...foreign, ...complaints);
    }
    expect(all).toEqual([]);
  });

  test.each(staticPages)("%s", async (address) => {
    const { page, foreign, complaints, close } = await visitNext(address);
    await readAndSearch(page, "/");
    const found = await faultsIn(views, page);
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
  await page.keyboard.insertText("image");
  await settled(page);
  await page.keyboard.press("Escape");
  await page.evaluate(() => scrollTo(0, 0));
}

/** What is wrong on each of the screens. */
async function faultsIn(screens: readonly Screen[], page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, width } of screens) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    const here = [...(await faults(page, { colorScheme, width })), ...(await findings(page))];
    found.push(...here.map((fault) => `${colorScheme}, ${width} pixels: ${fault}`));
  }
  return found;
}
