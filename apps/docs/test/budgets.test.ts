import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { siteFolder } from "../src/server/index.ts";
import { builtFiles } from "./built-files.ts";

const folder = siteFolder();
const pages = builtFiles.filter((name) => name.endsWith("index.html"));
const isReference = (page: string) => page.startsWith("reference/");

const kilobyte = 1000;
const weight = (file: string) => gzipSync(readFileSync(join(folder, file))).length;

/** What a page loads before anybody touches it, from the root of the site. */
function loads(page: string): string[] {
  const elements = parse(readFileSync(join(folder, page), "utf8")).querySelectorAll(
    "script[src], link[rel=stylesheet], link[rel=modulepreload], link[rel=preload]",
  );
  return elements.map((element) => {
    const target = element.getAttribute("src") ?? element.getAttribute("href") ?? "";
    return new URL(target, `http://site.invalid/${page}`).pathname.slice(1);
  });
}

const scripts = (page: string) => loads(page).filter((file) => file.endsWith(".js"));
const sum = (files: string[]) => files.reduce((total, file) => total + weight(file), 0);

describe("a static page", () => {
  test.each(pages.filter((page) => !isReference(page)))(
    "%s weighs 18 KB at first and 12 KB later",
    (page) => {
      expect(sum([page, ...loads(page)])).toBeLessThanOrEqual(18 * kilobyte);
      expect(weight(page)).toBeLessThanOrEqual(12 * kilobyte);
      expect(sum(scripts(page))).toBeLessThanOrEqual(4 * kilobyte);
    },
  );
});

describe("an interactive reference", () => {
  test.each(pages.filter(isReference))("%s weighs 720 KB at first and 55 KB later", (page) => {
    expect(sum([page, ...new Set(loads(page))])).toBeLessThanOrEqual(720 * kilobyte);
    expect(weight(page)).toBeLessThanOrEqual(55 * kilobyte);
  });
});
