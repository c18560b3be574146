import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { everyAddress, withBrowser } from "./site.ts";
import { visit } from "./visit.ts";

const { browser, site } = withBrowser();

const screens = [
  { name: "a wide light screen", colorScheme: "light", viewport: { width: 1440, height: 900 } },
  { name: "a dark phone", colorScheme: "dark", viewport: { width: 375, height: 800 } },
] as const;

describe.each(everyAddress)("%s", (address) => {
  test.each(screens)("is at home on $name", async ({ colorScheme, viewport }) => {
    const options = { colorScheme, viewport };
    const { page, foreign, complaints, close } = await visit(browser(), site(), address, options);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.keyboard.press("Control+k");
    await page.waitForTimeout(300);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    const { paper, ink } = await brightness(page);
    await close();

    expect(foreign, "requests to other hosts").toEqual([]);
    expect(complaints, "on the console").toEqual([]);
    expect(width, "no sideways scrolling").toBeLessThanOrEqual(viewport.width);
    expect(paper > 128, "light paper").toBe(colorScheme === "light");
    expect(ink > 128, "light ink").toBe(colorScheme === "dark");
  });
});

/** How bright the paper and the first heading are, from 0 to 255. */
function brightness(page: Page): Promise<{ paper: number; ink: number }> {
  return page.evaluate(() => {
    const mean = (colour: string) =>
      (colour.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
    const heading = document.querySelector("h1") ?? document.body;
    return {
      paper: mean(getComputedStyle(document.body).backgroundColor),
      ink: mean(getComputedStyle(heading).color),
    };
  });
}
