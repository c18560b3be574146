/** `npm run pictures`: takes the picture of the inspector that the README shows. */
import { fileURLToPath } from "node:url";
import { launchBrowser } from "@image-apis/testing/browser";
import { startMock } from "../src/index.ts";
import { sendSamples } from "./sample-requests.ts";

const file =
  process.argv[2] ?? fileURLToPath(new URL("../pictures/inspector.png", import.meta.url));
const colorScheme = process.argv[3] === "dark" ? "dark" : "light";
const viewport = { width: Number(process.argv[4] ?? 1200), height: 760 };

const mock = await startMock({ port: 0, stateful: true });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport, colorScheme });
  await page.goto(`${mock.url}/__mock`);
  await page.locator("#live.open").waitFor();
  await sendSamples(mock.url);
  await page.locator("#requests li").nth(13).waitFor();
  await page.locator("#requests button").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.locator("#covered").filter({ hasText: "documented" }).waitFor();
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await mock.close();
}
