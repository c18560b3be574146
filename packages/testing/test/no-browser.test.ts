import { afterEach, expect, test, vi } from "vitest";
import { launchBrowser } from "../src/browser.ts";

afterEach(() => vi.unstubAllEnvs());

test("a browser that cannot be started is a failure that says what to install", async () => {
  vi.stubEnv("CHROME_PATH", "/nowhere/chrome");
  await expect(launchBrowser()).rejects.toThrow(
    /Install Google Chrome or Chromium, or name one in CHROME_PATH\.\nTried:\n {2}CHROME_PATH: /,
  );
});
