import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addresses } from "../../src/site/addresses.ts";
import { findings } from "./axe.ts";
import { tour } from "./keyboard.ts";
import { faults } from "./looks.ts";
import { byTag, headingOf, notShown, openOperation } from "./redoc.ts";
import { apis, withBrowser } from "./site.ts";
import { settled, type Visit, visit, visitsInTurn } from "./visit.ts";

const { browser, site } = withBrowser();
const wide = { colorScheme: "light", width: 1440 } as const;

const visitNext = visitsInTurn(browser, site);

/** Opens a sound page and plants something in it. */
async function planted(plant: (page: Page) => Promise<unknown>): Promise<Visit> {
  const visited = await visitNext("/guides/");
  await visited.page.emulateMedia({ colorScheme: wide.colorScheme });
  await visited.page.setViewportSize({ width: wide.width, height: 900 });
  await plant(visited.page);
  return visited;
}

/** HTML below the heading of the page. The policy refuses attributes of style, so `data-style` says what they would. */
const below = (html: string) => (page: Page) =>
  page.evaluate((html) => {
    document.querySelector("h1")?.insertAdjacentHTML("afterend", html);
    for (const element of Array.from(document.querySelectorAll<HTMLElement>("[data-style]"))) {
      element.style.cssText = element.dataset.style ?? "";
    }
  }, html);
const styled = (selector: string, style: string) => (page: Page) =>
  page.locator(selector).evaluate((element, style) => {
    element.style.cssText = style;
  }, style);
const plantButton = (element: Element) =>
  element.insertAdjacentHTML("afterend", "<button></button>");
const nothing = async () => {};

describe("a visit notes", () => {
  test("that something of another host is asked for, which it never gets", async () => {
    const { page, foreign, close } = await visit(browser(), site(), "/guides/");
    await page.goto("about:blank");
    const image = page.waitForEvent("requestfailed");
    await page.setContent('<img src="http://other.example/a.png">');
    await image;
    await close();
    expect(foreign).toEqual(["http://other.example/a.png"]);
  });

  test.each([
    [
      "a warning",
      async (page: Page) => page.evaluate(() => console.warn("take care")),
      "take care",
    ],
    [
      "an exception nobody catches",
      async (page: Page) =>
        page.evaluate(() => {
          setTimeout(() => {
            throw new Error("out of paper");
          });
        }),
      "out of paper",
    ],
    [
      "what the policy forbids",
      below('<img src="http://other.example/a.png" alt="">'),
      "Content Security Policy",
    ],
  ])("%s", async (_, plant, said) => {
    const { complaints, close } = await planted(plant);
    await expect.poll(() => complaints).toEqual([expect.stringContaining(said)]);
    await close();
  });
});

test("an offence in an operation of the reference is found while the next is opened, and one that has gone is missed", async () => {
  const { name = "", operations = [] } = apis.find(({ operations }) => byTag(operations)[1]) ?? {};
  const [[first, second] = [], [elsewhere] = []] = byTag(operations).sort(
    (a, b) => b.length - a.length,
  );
  if (first === undefined || second === undefined) throw new Error("No tag has two operations.");
  const { page, close } = await visitNext(`/${addresses.reference(name)}`);
  await settled(page);
  await openOperation(page, first);
  await headingOf(page, first).evaluate(plantButton);
  await openOperation(page, second);
  const together = await notShown(page, [first, second]);
  const found = await findings(page);
  await openOperation(page, elsewhere);
  const after = await notShown(page, [first, second]);
  await close();
  expect(together).toEqual([]);
  expect(found).toEqual([expect.stringMatching(/^button-name: <button/)]);
  expect(after).toEqual([first, second].map((it) => `${it.operationId} is not shown`));
});

test("a reference that never comes to life is not taken for one that does", async () => {
  const { page, close } = await visit(browser(), site(), "/guides/");
  await page.route("**/assets/redoc-boot.*", (route) => route.abort());
  await page.goto(`${site()}/${addresses.reference(apis[0]?.name ?? "")}`);
  page.setDefaultTimeout(1000);
  await expect(settled(page)).rejects.toThrow("Timeout");
  await close();
});

describe("the looks of a page", () => {
  test.each([
    ["are sound", nothing, []],
    ["that is too wide", below('<p data-style="width: 2000px">wide</p>'), ["scrolls sideways: "]],
    ["that stays dark", styled("body", "background-color: black"), ["paper of brightness 0"]],
    ["whose words stay bright", styled("h1", "color: white"), ["ink of brightness 255"]],
  ])("%s", async (_, plant, expected) => {
    const { page, close } = await planted(plant);
    const found = await faults(page, wide);
    await close();
    expect(found).toEqual(expected.map((start) => expect.stringContaining(start)));
  });
});

describe("axe finds", () => {
  test.each([
    ["nothing on a sound page", nothing, []],
    ["a button without a name", below("<button></button>"), [/^button-name: <button/]],
    ["pale words", below('<p data-style="color: #ccc">pale</p>'), [/^color-contrast: <p /]],
    [
      "a small target",
      below('<button data-style="all: unset; width: 9px; height: 9px">a</button>'.repeat(2)),
      [/^target-size: /, /^target-size: /],
    ],
  ])("%s", async (_, plant, expected) => {
    const { page, close } = await planted(plant);
    const found = await findings(page);
    await close();
    expect(found).toEqual(expected.map((start) => expect.stringMatching(start)));
  });
});

describe("a tour with the keyboard finds", () => {
  const sound = { missed: [], unseen: [], trap: undefined };
  test.each([
    ["nothing on a sound page", nothing, sound],
    [
      "a button that Tab leaves out",
      below('<button tabindex="-1">a</button>'),
      { ...sound, missed: [expect.stringContaining('<button tabindex="-1"')] },
    ],
    [
      "something to click that is not a button",
      below('<div data-style="cursor: pointer">a</div>'),
      { ...sound, missed: [expect.stringContaining("<div ")] },
    ],
    [
      "a focus that cannot be seen",
      below('<button data-style="outline: none">a</button>'),
      { ...sound, unseen: [expect.stringContaining("<button ")] },
    ],
  ])("%s", async (_, plant, expected) => {
    const { page, close } = await planted(plant);
    const found = await tour(page);
    await close();
    expect(found).toEqual(expected);
  });

  test.each([
    ["amid the page", "h1 + button"],
    ["at its end", "body > :last-child"],
  ])("a trap %s", async (_, place) => {
    const { page, close } = await planted(async (page) => {
      await below("<button>stay</button>")(page);
      await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<button></button>"));
    });
    await page.locator(place).evaluate((element) => {
      element.addEventListener("keydown", (event) => event.preventDefault());
    });
    const { trap } = await tour(page);
    await close();
    expect(trap).toContain("<button");
  });
});
