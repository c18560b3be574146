import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addresses } from "../../src/site/addresses.ts";
import { apis, everyAddress, withBrowser } from "./site.ts";
import { settled, visit, visitsInTurn } from "./visit.ts";

const { browser, site } = withBrowser();
const visitNext = visitsInTurn(browser, site);
const operations = apis.flatMap((api) => api.operations);
const [operation] = operations;
const operationPage = `/${addresses.operation(operation?.operationId ?? "")}`;
const phone = { viewport: { width: 375, height: 800 } };

describe("the list of pages", () => {
  test("opens on a phone without JavaScript, and leads to every operation", async () => {
    const options = { ...phone, javaScriptEnabled: false };
    const { page, close } = await visit(browser(), site(), operationPage, options);
    const menu = page.getByRole("navigation", { name: "Pages", exact: true });
    expect(await menu.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu" }).click();
    for (const { summary } of operations) {
      expect(await menu.getByRole("link", { name: summary }).first().isVisible()).toBe(true);
    }
    await close();
  });

  test("says on which page the reader is, and leads to the pages before and after", async () => {
    const { page, close } = await visitNext(operationPage);
    const here = page
      .getByRole("navigation", { name: "Pages", exact: true })
      .locator("[aria-current=page]");
    expect(await here.textContent()).toContain(operation?.summary);
    await page.locator("a[rel=next]").click();
    await page.locator("a[rel=prev]").click();
    await page.waitForURL(site() + operationPage);
    await close();
  });
});

describe("the choice of light or dark", () => {
  const isDark = (page: Page) =>
    page.evaluate(() => document.documentElement.classList.contains("dark"));

  test("holds on static pages and on Redoc's", async () => {
    const { page, close } = await visitNext(operationPage);
    const button = page.getByRole("button", { name: "Theme" });
    await button.click();
    await button.click();
    expect(await button.textContent()).toBe("Theme: dark");
    for (const address of ["/", `/${addresses.reference(apis[0]?.name ?? "")}`]) {
      await page.goto(site() + address);
      expect(await isDark(page)).toBe(true);
    }
    await settled(page);
    await page.getByTestId("color-mode-switcher").click();
    await page.waitForFunction(() => !document.documentElement.classList.contains("dark"));
    await page.goto(site() + operationPage);
    expect(await button.textContent()).toBe("Theme: light");
    await close();
  });
});

describe("the keys of the search", () => {
  const isOpen = (page: Page) => page.getByRole("dialog", { name: "Search" }).isVisible();

  test("are Ctrl+K, and / until it is switched off", async () => {
    const { page, close } = await visitNext("/guides/");
    await page.keyboard.press("/");
    await page.getByRole("checkbox", { name: /key/ }).uncheck();
    await page.keyboard.press("Escape");
    await page.goto(site() + operationPage);
    await settled(page);
    await page.keyboard.press("/");
    await settled(page);
    expect(await isOpen(page)).toBe(false);
    await page.keyboard.press("Control+k");
    await page.getByRole("searchbox").waitFor();
    await close();
  });

  test("lead from the top of a page to any operation in at most 14 presses", async () => {
    const { page, close } = await visitNext("/guides/");
    for (const { operationId } of operations) {
      const address = addresses.operation(operationId);
      const presses = await pressesTo(page, operationId, address);
      expect(presses, operationId).toBeLessThanOrEqual(14);
    }
    await close();
  });

  /** Types ever more of an operation's name, from its start or from one of its words, and goes down to it. */
  async function pressesTo(page: Page, operationId: string, address: string): Promise<number> {
    const words = operationId.split(/(?=[A-Z])/);
    const starts = words.map((_, i) => words.slice(i).join("").toLowerCase());
    const typed = starts.flatMap((start) => [6, 9, 12].map((length) => start.slice(0, length)));
    await page.keyboard.press("Control+k");
    const presses: number[] = [];
    for (const text of new Set(typed)) {
      await page.getByRole("searchbox").fill(text);
      await expect.poll(() => page.locator(".search").getAttribute("data-for")).toBe(text);
      const found = await page
        .locator(".search-results a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      const place = found.findIndex((href) => href?.endsWith(address));
      // Ctrl+K and Enter; the first hit needs no way down.
      if (place >= 0) presses.push(text.length + 2 + (place > 0 ? place + 1 : 0));
    }
    await page.keyboard.press("Escape");
    return Math.min(...presses);
  }
});

describe("code", () => {
  test("is copied from every block, also where the browser has no clipboard to write to", async () => {
    const { page, close } = await visit(browser(), site(), operationPage);
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.addEventListener("copy", () => {
        document.body.dataset.copied = String(getSelection());
      });
    });
    const blocks = await page.locator("main pre").count();
    expect(await page.locator(".copyable > .copy").count()).toBe(blocks);
    const first = page.locator(".copyable", { has: page.locator("pre:visible") }).first();
    await first.locator(".copy").click();
    await first.getByText("Copied").waitFor();
    await close();
  });

  test("is in colours before any script runs, within the policy", async () => {
    const { page, complaints, close } = await visit(browser(), site(), operationPage, {
      javaScriptEnabled: false,
    });
    const colours = await page
      .locator("pre[data-sample] i")
      .evaluateAll((words) => words.map((word) => getComputedStyle(word).color));
    await close();
    expect(new Set(colours).size).toBeGreaterThan(1);
    expect(complaints).toEqual([]);
  });
});

test("where a statement comes from is opened without JavaScript", async () => {
  const options = { javaScriptEnabled: false };
  const { page, close } = await visit(browser(), site(), operationPage, options);
  const mark = page.locator("button.evidence").first();
  const notes = page.locator(`#${await mark.getAttribute("popovertarget")}`);
  expect(await notes.isVisible()).toBe(false);
  await mark.click();
  expect(await notes.getByRole("link").count()).toBe(Number(await mark.getAttribute("data-count")));
  expect(await notes.isVisible()).toBe(true);
  await close();
});

describe("the footer", () => {
  test.each(everyAddress.filter((address) => !address.startsWith("/reference/")).slice(0, 3))(
    "of %s says the versions and when the vendors' pages were read",
    async (address) => {
      const { page, close } = await visitNext(address);
      const text = (await page.getByRole("contentinfo").textContent()) ?? "";
      await close();
      for (const { document } of apis) expect(text).toContain(document.info.version);
      expect(text).toMatch(/read on \d+ \w+ \d{4}/);
    },
  );
});
