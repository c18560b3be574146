import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { expect, test } from "vitest";
import { siteFolder } from "../src/server/site-folder.ts";
import { builtFiles } from "./built-files.ts";

const folder = siteFolder();
const pages = builtFiles.filter((name) => name.endsWith(".html"));

/** What a page points at: the file, and the anchor in it. */
function targets(page: string, content = read(page)): Target[] {
  const addresses = parse(content)
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

interface Target {
  href: string;
  file: string;
  anchor: string;
}

function read(file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

/** The links of a page that lead nowhere, or would not hold under a sub-path. */
function deadLinks(page: string, content = read(page)): string[] {
  return targets(page, content)
    .filter(({ href, file, anchor }) => {
      if (href.startsWith("/") || !existsSync(join(folder, file))) return true;
      // What follows a # on a reference page is Redoc's to find; the browser tests follow those.
      if (anchor === "" || file.startsWith("reference/")) return false;
      const target = file === page ? content : read(file);
      return parse(target).getElementById(anchor) === null;
    })
    .map(({ href }) => href);
}

const isSamples = (page: string) => page.endsWith("/samples/index.html");

test("there are pages to check", () => {
  expect(pages.length).toBeGreaterThan(3);
});

test.each(pages)("every link of %s leads to something and holds under a sub-path", (page) => {
  expect(deadLinks(page)).toEqual([]);
});

test.each([
  ["a page that is not there", "../nowhere/"],
  ["an anchor that is not there", "../errors/#nowhere"],
  ["an anchor that is not on the page itself", "#nowhere"],
  ["the root of the host", "/errors/"],
])("a link to %s is found", (_, href) => {
  const content = `<a href="../errors/#by-code">a</a><a href="${href}">b</a>`;
  expect(deadLinks("guides/index.html", content)).toEqual([href]);
});

test("the landing page leads to every page, and an operation's page to its samples", () => {
  // Nobody is sent to the page that says there is none.
  for (const page of pages.filter((name) => name !== "404.html")) {
    const from = isSamples(page) ? targets(page.replace("samples/", "")) : targets("index.html");
    expect(from.map(({ file }) => file)).toContain(page);
  }
});

test("every operation's page leads to the operation in the interactive reference", () => {
  for (const page of pages.filter((name) => /^ref\/\w+\/index\.html$/.test(name))) {
    const operationId = page.split("/")[1];
    const anchors = targets(page).map(({ anchor }) => anchor);
    expect(anchors).toContain(`operation/${operationId}`);
  }
});
