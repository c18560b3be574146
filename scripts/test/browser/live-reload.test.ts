import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "@image-apis/testing/browser";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyRepository } from "../../src/repository-copy.ts";
import { type DevProcess, startDevProcess } from "../support/dev-process.ts";

let copy: string;
let dev: DevProcess;
let browser: Browser;

beforeAll(async () => {
  copy = copyRepository();
  [browser, dev] = await Promise.all([launchBrowser(), startDevProcess(copy)]);
  await dev.event(0, ({ event, what }) => event === "fresh" && what === "docs");
});
afterAll(async () => {
  await browser.close();
  await dev.stop();
  rmSync(copy, { recursive: true });
});

/** How far the page, or the part of it that scrolls, is scrolled. */
const scrolled = "Math.max(...[...document.querySelectorAll('*')].map((it) => it.scrollTop))";

test.each([
  [
    "a static page",
    "/ref/addCustomerImage/",
    "paths/v2_customers_{customerId}_setImage.yaml",
    /(?<=summary: ).*/,
  ],
  ["the interactive reference", "/reference/capillary/", "openapi.yaml", /A failure may come/],
])(
  "%s shows a save by itself, at the place the reader had scrolled to",
  async (_what, address, name, text) => {
    const page = await browser.newPage({ viewport: { width: 1000, height: 500 } });
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.goto(dev.docs + address, { waitUntil: "networkidle" });
    const position = () => page.evaluate<number>(scrolled);
    await page.mouse.move(500, 250);
    // A page that is still drawing may be too short for the whole way, so the rest follows.
    const scrollOn = async () => {
      await page.mouse.wheel(0, 700 - (await position()));
      return position();
    };
    await expect.poll(scrollOn, { interval: 200 }).toBe(700);

    const file = join(copy, "spec/capillary", name);
    const changed = `Changed for ${address.split("/")[1]}`;
    writeFileSync(file, readFileSync(file, "utf8").replace(text, changed));

    await expect.poll(() => page.evaluate("document.body.innerText")).toContain(changed);
    await expect.poll(position).toBe(700);
    expect(errors).toEqual([]);
    await page.close();
  },
);
