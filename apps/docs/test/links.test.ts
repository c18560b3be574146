import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { expect, test } from "vitest";
import { siteFolder } from "../src/server/site-folder.ts";

const folder = siteFolder();
const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".html"));

/** What a page points at: the file, and the anchor in it. */
function targets(page: string): { href: string; file: string; anchor: string }[] {
  const root = parse(readFileSync(join(folder, page), "utf8"));
  const addresses = root
    .querySelectorAll("[href], [src]")
    .map((element) => element.getAttribute("href") ?? element.getAttribute("src") ?? "");
  return addresses
    .filter((href) => !/^(https?|mailto|data):/.test(href))
    .map((href) => {
      const { pathname, hash } = new URL(href, `http://site.invalid/${page}`);
      const file = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
      return { href, file: file.slice(1), anchor: decodeURIComponent(hash.slice(1)) };
    });
}

test("there are pages to check", () => {
  expect(pages.length).toBeGreaterThan(3);
});

test.each(pages)("every link of %s leads to something and holds under a sub-path", (page) => {
  for (const { href, file, anchor } of targets(page)) {
    expect(href.startsWith("/"), href).toBe(false);
    const content = readFileSync(join(folder, file), "utf8");
    // What follows a # on a reference page is Redoc's to find; the browser tests follow those.
    if (anchor !== "" && !file.startsWith("reference/")) {
      expect(parse(content).getElementById(anchor), href).not.toBeNull();
    }
  }
});

test("the landing page leads to every page", () => {
  const reached = new Set(targets("index.html").map(({ file }) => file));
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

test("every operation's page leads to the operation in the interactive reference", () => {
  for (const page of pages.filter((name) => name.startsWith("ref/"))) {
    const operationId = page.split("/")[1];
    const anchors = targets(page).map(({ anchor }) => anchor);
    expect(anchors).toContain(`operation/${operationId}`);
  }
});
