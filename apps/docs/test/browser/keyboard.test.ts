import { describe, expect, test } from "vitest";
import { addresses } from "../../src/site/addresses.ts";
import { tour } from "./keyboard.ts";
import { headingOf } from "./redoc.ts";
import { apis, oneOfEachKind, withBrowser } from "./site.ts";
import { settled, visitsInTurn } from "./visit.ts";

const { browser, site } = withBrowser();
const visitNext = visitsInTurn(browser, site);
const nothing = { missed: [], unseen: [], trap: undefined };

describe("Tab reaches everything, shows where it is, and goes on, on", () => {
  test.each(oneOfEachKind)("%s", async (address) => {
    const { page, close } = await visitNext(address);
    await settled(page);
    await page.evaluate(() => {
      for (const details of Array.from(document.querySelectorAll("details"))) details.open = true;
    });
    const found = await tour(page);
    await close();
    expect(found).toEqual(nothing);
  });
});

describe.each(apis)("with the keyboard alone, the interactive reference of $name", (api) => {
  const [operation] = api.operations;
  const open = async () => {
    const { operationId = "" } = operation ?? {};
    const visited = await visitNext(`/${addresses.referenceOperation(api.name, operationId)}`);
    await headingOf(visited.page, operation).waitFor();
    await settled(visited.page);
    return visited;
  };

  test("shows everything of an operation", async () => {
    const { page, close } = await open();
    const found = await tour(page);
    await close();
    expect(found).toEqual(nothing);
  });

  test("searches", async () => {
    const { page, close } = await open();
    await page.getByRole("button", { name: "Search Ctrl+K" }).focus();
    await page.keyboard.press("Enter");
    await page.getByPlaceholder("Search docs").waitFor();
    await close();
  });

  test("chooses the answer of another status", async () => {
    const { page, close } = await open();
    const chosen = page.locator("[role=tab][aria-selected=true]").first();
    const before = await chosen.textContent();
    await chosen.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect.poll(() => chosen.textContent()).not.toBe(before);
    await close();
  });
});

describe("with the keyboard alone, an operation", () => {
  test("is tried, and the search leads back to where it was opened", async () => {
    const [operation] = apis.flatMap(({ operations }) => operations);
    const address = `/${addresses.operation(operation?.operationId ?? "")}`;
    const { page, close } = await visitNext(address);
    await page.getByRole("button", { name: "Try it on the mock" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("form").waitFor();
    const found = await tour(page);
    await page.getByRole("button", { name: "Search" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("searchbox").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    const focused = await page.evaluate(() => document.activeElement?.className);
    await close();
    expect(found).toEqual(nothing);
    expect(focused).toBe("search-button");
  });
});
