import { startMock } from "@image-apis/mock";
import { fixture } from "@image-apis/spec";
import { launchBrowser } from "@image-apis/testing/browser";
import { build, createServer } from "vite";
import { expect, test, vi } from "vitest";
import { installExample } from "../support/installed-example.ts";

test("the example built by Vite uploads the image that is chosen", async () => {
  const example = installExample("vite-page");
  const mock = await startMock({ port: 0, stateful: true });
  vi.stubEnv("API_ADDRESS", mock.url);
  const browser = await launchBrowser();
  const server = await createServer({
    root: example.folder,
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0 },
  });
  try {
    await server.listen();
    const [address = ""] = server.resolvedUrls?.local ?? [];
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await page.goto(address, { waitUntil: "networkidle" });
    const { name, mediaType, bytes } = fixture("front.png");
    await page.setInputFiles("#file", { name, mimeType: mediaType, buffer: Buffer.from(bytes) });
    await page.waitForFunction('/\\.$|:/.test(document.querySelector("#said").textContent)');
    expect(await page.textContent("#said")).toMatch(/^Stored as \d+\.$/);
    expect(errors).toEqual([]);
    await build({ root: example.folder, logLevel: "error" });
    await page.close();
  } finally {
    vi.unstubAllEnvs();
    await server.close();
    await browser.close();
    await mock.close();
    example.remove();
  }
});
