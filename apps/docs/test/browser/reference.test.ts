import { describe, expect, test } from "vitest";
import { addresses } from "../../src/site/addresses.ts";
import { apis, withBrowser } from "./site.ts";
import { settled, visit, visitsInTurn } from "./visit.ts";

const { browser, site } = withBrowser();
const visitNext = visitsInTurn(browser, site);

describe.concurrent.each(apis)("the interactive reference of $name", (api) => {
  const address = `/${addresses.reference(api.name)}`;

  test("comes to life: its menu opens", async () => {
    const { page, close } = await visitNext(address);
    const menu = page.locator('[data-component-name="Menu/Menu"]').first();
    const [operation] = api.operations;
    const entry = menu.getByText(operation?.summary ?? "", { exact: true }).first();
    expect(await entry.isVisible()).toBe(false);
    await menu
      .getByText(operation?.tags[0] ?? "", { exact: true })
      .first()
      .click();
    await entry.waitFor({ state: "visible" });
    await close();
  });

  test("searches, and reports nothing to anybody afterwards", async () => {
    const { page, foreign, complaints, close } = await visitNext(address);
    await page.getByText("Loading...").waitFor({ state: "detached" });
    await page.keyboard.press("Control+k");
    const operation = api.operations.at(-1);
    const dialog = page.getByTestId("search-dialog");
    await dialog.getByPlaceholder("Search docs").fill(operation?.summary ?? "");
    // Redoc makes its index now, which takes a second on an idle machine.
    await dialog
      .getByText(operation?.path ?? "")
      .first()
      .waitFor();
    await page.waitForTimeout(2000);
    await close();
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each(api.operations)("opens at $operationId", async ({ operationId, summary }) => {
    const target = `/${addresses.referenceOperation(api.name, operationId)}`;
    const { page, close } = await visitNext(target);
    const heading = page.locator("h2", { hasText: new RegExp(`^${escaped(summary)}$`) });
    await heading.waitFor({ state: "visible" });
    await settled(page);
    const box = await heading.boundingBox();
    const header = await page.locator(".site-header").boundingBox();
    await close();
    expect(box?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
    expect(box?.y).toBeLessThan(200);
  });

  test("opens at another operation while it is open", async () => {
    const { page, close } = await visitNext(address);
    const operation = api.operations.at(-1);
    await page.goto(
      `${site()}/${addresses.referenceOperation(api.name, operation?.operationId ?? "")}`,
    );
    await page.locator("h2", { hasText: operation?.summary ?? "" }).waitFor();
    await close();
  });

  test("links to nothing that is not there", async () => {
    const { page, close } = await visitNext(address);
    await page.getByText("Loading...").waitFor({ state: "detached" });
    const links = await page.evaluate(() =>
      Array.from(document.querySelectorAll("a"), ({ href }) => href),
    );
    await close();
    const own = new Set(links.filter((href) => href.startsWith(site())).map(withoutAnchor));
    for (const href of own) expect((await fetch(href)).status, href).toBe(200);
    expect(own.size).toBeGreaterThan(1);
  });

  test("says where to go without JavaScript", async () => {
    const { page, close } = await visit(browser(), site(), address, { javaScriptEnabled: false });
    const shown = await page.locator("noscript").textContent();
    await close();
    for (const { summary } of api.operations) expect(shown).toContain(summary);
  });

  test("switches between light and dark with the header", async () => {
    const { page, close } = await visitNext(address);
    await page.emulateMedia({ colorScheme: "light" });
    await page.getByText("Loading...").waitFor({ state: "detached" });
    const header = () =>
      page.locator(".site-header").evaluate((it) => getComputedStyle(it).backgroundColor);
    const before = await header();
    await page.getByTestId("color-mode-switcher").click();
    await page.waitForFunction(() => document.documentElement.classList.contains("dark"));
    expect(await header()).not.toBe(before);
    await close();
  });
});

function escaped(text: string): string {
  return text.replace(/[^\w\s]/g, "\\$&");
}

function withoutAnchor(href: string): string {
  return href.replace(/#.*/, "");
}
