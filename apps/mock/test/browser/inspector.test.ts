import { useBrowser } from "@image-apis/testing/use-browser";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Mock, startMock } from "../../src/index.ts";
import { addImages, filePart, form, png, saveImage } from "../support/requests.ts";
import { control, send } from "../support/send.ts";

const browser = useBrowser();
let mock: Mock;
let page: Awaited<ReturnType<ReturnType<typeof browser>["newPage"]>>;
/** Everything that the page asked for. */
const asked: string[] = [];

beforeEach(async () => {
  mock = await startMock({ port: 0 });
  page = await browser().newPage({ colorScheme: "dark" });
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${mock.url}/__mock`);
  await page.locator("#live.open").waitFor();
});
afterEach(async () => {
  await page.close();
  await mock.close();
});

test("a request appears while the page is open, with its parts and the reason of its response", async () => {
  await send(mock.url, addImages(form([filePart(png.subarray(0, 5000), "<b>small.png")])));
  await page.locator("#requests button").click();

  const details = await page.locator("#details").textContent();
  expect(details).toMatch(/x-when: image-too-small/);
  expect(details).toMatch(/has 5000 bytes; at least 10240 are needed/);
  // A name that is not made of words may be anything, markup included.
  expect(details).toMatch(/\*\*\*image\/png5,000 B[0-9a-f]{64}/);
  expect(details).not.toContain("<b>");
  expect(asked.filter((it) => !it.startsWith(mock.url) && !it.startsWith("data:"))).toEqual([]);
});

test("everything can be done with the keyboard", async () => {
  await send(mock.url, saveImage(png));
  await send(mock.url, { target: "/nowhere" });
  await page.locator("#requests li").nth(1).waitFor();

  await page.keyboard.press("ArrowDown");
  expect(await page.locator("#details-title").textContent()).toMatch(/GET \/nowhere/);
  await page.keyboard.press("ArrowDown");
  expect(await page.locator("#details-title").textContent()).toMatch(/PUT savePersonImage/);
  await page.keyboard.press("/");
  await page.keyboard.type("nowhere");
  expect(await page.locator("#requests li:visible").count()).toBe(1);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("#none:visible").waitFor();
  expect((await send(mock.url, { target: "/__mock/requests" })).json()).toEqual([]);
});

test("every column of long parts can be seen, or reached with the keyboard", async () => {
  const name = "a-rather-long-name-of-a-file".repeat(8);
  await send(mock.url, addImages(form([filePart(png, `${name}.png`, name)])));
  for (const [width, isWide] of [
    [1200, true],
    [360, false],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.locator("#requests button").click();
    const table = page.getByRole("region", { name: "Parts" });
    const reach = () => table.evaluate((it) => it.scrollWidth - it.clientWidth);

    expect((await reach()) <= 0).toBe(isWide);
    if (isWide) continue;
    await table.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => table.evaluate((it) => it.scrollLeft)).toBeGreaterThan(0);
  }
});

test("a name that would turn the line around shows its control characters", async () => {
  await send(mock.url, addImages(form([filePart(png, "x\u202egnp.exe")])));
  await page.locator("#requests button").click();

  expect(await page.locator("#details").textContent()).toContain("x\\u{202e}gnp.exe");
});

test("a list that is cleared elsewhere is cleared here too", async () => {
  await send(mock.url, saveImage(png));
  await page.locator("#requests button").click();

  await send(mock.url, { method: "DELETE", target: "/__mock/requests", headers: control });

  await page.locator("#none:visible").waitFor();
  expect(await page.locator("#requests li").count()).toBe(0);
  expect(await page.locator("#details").textContent()).toMatch(/Choose a request/);
});

test("a refused change of the documents is shown", async () => {
  const load = () => Promise.reject(new Error("spec/x.yaml: bad indentation"));
  await mock.reload(load).catch(() => undefined);

  await page.locator("#broken:visible").waitFor();
  expect(await page.locator("#broken").textContent()).toMatch(/spec\/x\.yaml: bad indentation/);
});

test("a reading that is late does not undo what was told since", async () => {
  const slow = await browser().newPage();
  const read = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  await slow.route("**/__mock/health", async (route) => {
    const response = await route.fetch();
    read.resolve();
    await held.promise;
    await route.fulfill({ response });
  });
  await slow.goto(`${mock.url}/__mock`);
  await read.promise;
  await slow.locator("body").evaluate(async (body) => {
    const events = new EventSource("/__mock/events");
    events.addEventListener("documents", () => body.classList.add("told"));
    await new Promise((resolve) => events.addEventListener("open", resolve));
  });
  await mock.reload(() => Promise.reject(new Error("bad indentation"))).catch(() => undefined);
  await slow.locator("body.told").waitFor();

  held.resolve();

  await slow.locator("#apis:not(:empty)").waitFor();
  await slow.locator("#broken:visible").waitFor();
  expect(await slow.locator("#broken").textContent()).toMatch(/bad indentation/);
  await slow.close();
});

test("it is dark where the system is", async () => {
  const background = await page.evaluate("getComputedStyle(document.body).backgroundColor");

  expect(background).toBe("rgb(20, 23, 27)");
});

test("it says when the mock is gone", async () => {
  await mock.close();

  await page.locator("#live:not(.open)").waitFor();
  expect(await page.locator("#live").textContent()).toMatch(/not connected/);
});

test("another world can be chosen, with a journal of its own", async () => {
  await send(mock.url, saveImage(png));
  await send(mock.url, { target: "/nowhere", headers: { "X-Mock-World": "test-17" } });
  await page.getByLabel("World").selectOption("test-17");
  await page.waitForURL(/\?world=test-17$/);
  await page.locator("#requests li").waitFor();

  expect(await page.locator("#requests .what").allTextContents()).toEqual(["/nowhere"]);
  await send(mock.url, { target: "/elsewhere", headers: { "X-Mock-World": "test-17" } });
  await page.locator("#requests li").nth(1).waitFor();
  await page.getByRole("button", { name: "Clear" }).click();
  await page.locator("#none:visible").waitFor();
  expect((await send(mock.url, { target: "/__mock/requests" })).json()).toHaveLength(1);
  await page.getByLabel("World").selectOption("(shared)");
  await page.locator("#requests li").waitFor();
});
