import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "@image-apis/testing/browser";
import type { Page } from "../capture-server.ts";
import { type Bundle, byEsbuild, byRolldown, byVite, byWebpack } from "./bundlers.ts";
import type { Case } from "./case.ts";

const plainHost = "plain.example";

/** No `unsafe-eval`, and nothing but the server itself. */
const policy = "default-src 'self'";

/** Chromium: every bundler, every kind of worker, and a page that is not a secure context. */
export function browser(folder: string): Case[] {
  const project = join(folder, "projects/page");
  const page = join(project, "page.mjs");
  const withWorker = join(project, "page-with-worker.mjs");
  const bundles: Record<string, () => Promise<Bundle>> = {
    "Chromium, esbuild (IIFE)": () => byEsbuild(page),
    "Chromium, rolldown (IIFE)": () => byRolldown(page),
    "Chromium, webpack": () => byWebpack(page),
    "Chromium, Vite 6 worker": () => byVite(6, project, withWorker),
    "Chromium, Vite 7 worker": () => byVite(7, project, withWorker),
    "Chromium, Vite 8 worker": () => byVite(8, project, withWorker),
    "Chromium, service worker": () => serviceWorker(project),
  };
  return [
    ...Object.entries(bundles).map(([name, bundle]) => inChromium(name, bundle)),
    inChromium("Chromium, a page over plain HTTP", () => byEsbuild(page), plainHost),
  ];
}

async function serviceWorker(project: string): Promise<Bundle> {
  const { files } = await byEsbuild(join(project, "worker.mjs"));
  const page = readFileSync(join(project, "page-with-service-worker.js"), "utf8");
  return {
    entry: "/page.js",
    isModule: false,
    files: new Map([
      ["/page.js", page],
      ["/worker.js", files.get("/page.js") ?? ""],
    ]),
  };
}

function inChromium(name: string, bundle: () => Promise<Bundle>, host?: string): Case {
  return {
    name,
    async run({ url, pages }) {
      const { entry, files, isModule } = await bundle();
      for (const [path, content] of files) pages.set(path, script(content));
      const type = isModule ? ' type="module"' : "";
      const html = `<!doctype html><title>page</title><script${type} src="${entry}"></script>`;
      const headers = { "Content-Security-Policy": policy };
      pages.set("/", { type: "text/html", content: html, headers });
      const chromium = await launchBrowser([plainHost]);
      try {
        const page = await chromium.newPage();
        await page.goto(host === undefined ? url : url.replace("127.0.0.1", host));
        await page.waitForFunction("globalThis.seen");
        return await page.evaluate<string>("globalThis.seen");
      } finally {
        await chromium.close();
      }
    },
  };
}

const script = (content: string): Page => ({ type: "text/javascript", content });
