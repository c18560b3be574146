import { toString as textOf } from "hast-util-to-string";
import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { foreignRequests } from "../src/site/check/foreign-requests.ts";
import { html, htmlText } from "../src/site/html.ts";
import { loadInputs } from "../src/site/inputs.ts";
import { markdownPage } from "../src/site/machine/markdown-page.ts";
import { markdownNodes, parseMarkdown } from "../src/site/markdown.ts";
import type { Page } from "../src/site/page.ts";
import { searchEntries } from "../src/site/search/search-entries.ts";
import { htmlPage } from "../src/site/shell.ts";
import { siteOf } from "../src/site/site.ts";
import { staticPages } from "../src/site/static-pages.ts";

const site = siteOf(loadInputs());
const pages = staticPages(site);
const frame = { apis: site.apis, publicUrl: undefined, stylesheet: "a", icon: "b", script: "c" };
const page = (content: Page["content"]): Page => ({
  address: "a/",
  title: "A",
  description: "A page",
  content,
});

/** What a reader reads, however it is set. */
const words = (text: string) => text.replace(/\s+/g, "").replace(/["“”]/g, "");

function htmlWords(it: Page): string {
  const main = parse(htmlPage(frame, it).content, { blockTextElements: {} }).querySelector("main");
  for (const hidden of main?.querySelectorAll("[hidden]") ?? []) hidden.remove();
  return words(main?.textContent ?? "");
}

function markdownWords(it: Page): string {
  const text = markdownPage(it).content.replaceAll("<br>", " ");
  const tree = markdownNodes(parseMarkdown(text), () => undefined);
  return words(textOf({ type: "root", children: tree }));
}

describe("one page, two renderings", () => {
  test.each(pages)("$address says in Markdown what it says in HTML", (it) => {
    expect(markdownWords(it)).toBe(htmlWords(it));
    expect(htmlWords(it).length).toBeGreaterThan(40);
  });

  test.each(pages)("every link of $address stands in its Markdown", (it) => {
    const { content } = markdownPage(it);
    const targets = parse(htmlText(it.content)).querySelectorAll("a[href]");
    for (const target of targets) expect(content).toContain(`](${target.getAttribute("href")}`);
  });

  test("a fact that one of them lost would be found", () => {
    const lost = page(html`<h1>A</h1><svg><text>only drawn</text></svg>`);
    expect(markdownWords(lost)).not.toBe(htmlWords(lost));
  });
});

describe("a page that would load something from another host is found before it is HTML", () => {
  const other = "https://cdn.example.net/thing";

  test.each([
    ["an image", html`<img src="${other}" />`],
    ["an image for a dense screen", html`<img srcset="a.png 1x, ${other} 2x" />`],
    ["a script", html`<script src="${other}"></script>`],
    ["a stylesheet", html`<link rel="stylesheet" href="${other}" />`],
    ["a form", html`<form action="${other}"></form>`],
    ["a button of a form", html`<button formaction="${other}"></button>`],
    ["a ping", html`<a href="./" ping="${other}">x</a>`],
    ["a style", html`<p style="background: url('${other}')">x</p>`],
    ["a picture in a picture", html`<svg><image href="${other}" /></svg>`],
    [
      "a picture in a picture, as it was written once",
      html`<svg><use xlink:href="${other}" /></svg>`,
    ],
  ])("%s", (_, planted) => {
    // Without its content the file can only be judged by its tree.
    const file = { ...htmlPage(frame, page(html`<h1>A</h1>${planted}`)), content: "" };
    expect(foreignRequests(file).map(({ address }) => address)).toEqual([other]);
  });

  test("and a link that a reader follows is none", () => {
    const file = htmlPage(frame, page(html`<a href="${other}">x</a>`));
    expect(foreignRequests(file)).toEqual([]);
  });
});

describe("the search", () => {
  test("knows the page, each section and each parameter, with the text of each", () => {
    const made = page(html`<h1>Upload</h1><p>At first.</p>
<h2 id="how">How</h2><p>Like <code>this</code>.</p><ul><li id="parameter-w" data-parameter="w"><p>Width.</p></li></ul>
<h3>Aside</h3><nav>not me</nav><div hidden><p>nor me</p></div><pre>code</pre>`);
    expect(searchEntries([made])).toEqual([
      { id: 0, address: "a/", title: "Upload", page: "", text: "At first." },
      { id: 1, address: "a/#how", title: "How", page: "Upload", text: "Like this ." },
      { id: 2, address: "a/#parameter-w", title: "w", page: "Upload", text: "Width. code" },
    ]);
  });

  test("leads to places that are there", () => {
    const read = pages.filter((it) => it.isAppendix !== true);
    const entries = searchEntries(read);
    expect(entries.filter(({ page: of }) => of === "")).toHaveLength(read.length);
    for (const { address, title } of entries) {
      const [where = "", anchor] = address.split("#");
      const text = htmlText(read.find((it) => it.address === where)?.content ?? []);
      expect(title).not.toBe("");
      if (anchor !== undefined) expect(text).toContain(`id="${anchor}"`);
    }
  });
});
