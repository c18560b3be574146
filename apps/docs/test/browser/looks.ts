import type { Page } from "playwright-core";

/** A screen a page must be at home on. */
export interface Screen {
  colorScheme: "light" | "dark";
  /** In pixels. */
  width: number;
}

/** What is wrong with how a page looks on a screen. */
export async function faults(page: Page, { colorScheme, width }: Screen): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const { paper, ink } = await brightness(page);
  const found: string[] = [];
  if (wide > width) found.push(`scrolls sideways: ${wide} of ${width} pixels`);
  if (paper > 128 !== (colorScheme === "light")) found.push(`paper of brightness ${paper}`);
  if (ink > 128 !== (colorScheme === "dark")) found.push(`ink of brightness ${ink}`);
  return found;
}

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
