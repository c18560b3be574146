import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addresses } from "../../src/site/addresses.ts";
import { apis, everyAddress, withBrowser } from "./site.ts";
import { visit } from "./visit.ts";

const { browser, site } = withBrowser();

const views = [1440, 375].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);
const operations = apis.flatMap(({ name, operations }) =>
  operations.map(({ operationId }) => `/${addresses.referenceOperation(name, operationId)}`),
);

/** What breaks WCAG 2.2 AA, one line for each element. */
async function findings(page: Page): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

test("an offence is found", async () => {
  const { page, close } = await visit(browser(), site(), "/");
  await page.evaluate(() => {
    document.querySelector("h1")?.insertAdjacentHTML("afterend", "<button></button>");
  });
  const found = await findings(page);
  await close();
  expect(found).toEqual([expect.stringMatching(/^button-name: <button><\/button>/)]);
});

describe("on a wide screen and a phone, light and dark, nobody is kept out of", () => {
  test.each([...everyAddress, ...operations])("%s", async (address) => {
    const { page, close } = await visit(browser(), site(), address);
    for (const { width, colorScheme } of views) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      if (address.startsWith("/reference/")) {
        // Redoc renders on demand, and reads the scheme when it starts.
        await page.reload();
        await page.getByText("Loading...").waitFor({ state: "detached" });
        await page.waitForTimeout(700);
      }
      expect(await findings(page), `${colorScheme}, ${width} pixels`).toEqual([]);
    }
    await close();
  });
});
