import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { launchBrowser } from "../src/browser.ts";

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), "browser-"));
  for (const name of ["TMPDIR", "TMP", "TEMP"]) vi.stubEnv(name, temporary);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true });
});

test("a browser that is closed leaves nothing in the temporary folder", async () => {
  const browser = await launchBrowser();
  expect(readdirSync(temporary)).not.toEqual([]);
  await (await browser.newPage()).goto("about:blank");
  await browser.close();
  expect(readdirSync(temporary)).toEqual([]);
});

test.each([
  ["is not there", "/nowhere/chrome"],
  ["is not a browser", process.execPath],
  ["cannot be run", join(import.meta.dirname, "../README.md")],
])("a browser that %s leaves nothing in the temporary folder", async (_what, path) => {
  vi.stubEnv("CHROME_PATH", path);
  await expect(launchBrowser()).rejects.toThrow(/^These tests need a Chromium/);
  expect(readdirSync(temporary)).toEqual([]);
});
