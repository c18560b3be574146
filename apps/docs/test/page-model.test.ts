import type { ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { foreignRequests } from "../src/site/check/foreign-requests.ts";
import { footerOf } from "../src/site/frame/footer.ts";
import { menuOf } from "../src/site/frame/menu.ts";
import { htmlPage } from "../src/site/frame/shell.ts";
import { html, htmlText } from "../src/site/html.ts";
import { loadInputs } from "../src/site/inputs.ts";
import { markdownPage } from "../src/site/machine/markdown-page.ts";
import { markdownNodes, parseMarkdown } from "../src/site/markdown.ts";
import type { Page } from "../src/site/page.ts";
import { searchEntries } from "../src/site/search/search-entries.ts";
import { siteOf } from "../src/site/site.ts";
import { staticPages } from "../src/site/static-pages.ts";

const site = siteOf(loadInputs());
const pages = staticPages(site);
const frame = {
  apis: site.apis,
  menu: menuOf(site),
  footer: footerOf(site.apis, undefined),
  publicUrl: undefined,
  stylesheet: "a",
  icon: "b",
  script: "c",
};
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
  for (const hidden of main?.querySelectorAll("[hidden], .evidence-notes") ?? []) hidden.remove();
  return words(main?.textContent ?? "");
}

/** The notes on sources are links in Markdown and behind marks in HTML, which a test of their own compares. */
function markdownWords(it: Page): string {
  const content = it.content.flatMap(withoutEvidence);
  const text = markdownPage({ ...it, content }).content.replaceAll("<br>", " ");
  const tree = markdownNodes(parseMarkdown(text), () => undefined);
  return words(textOf({ type: "root", children: tree }));
}

function withoutEvidence(node: ElementContent): ElementContent[] {
  if (node.type !== "element") return [node];
  if (node.tagName === "a" && [node.properties.className].flat().includes("evidence")) return [];
  return [{ ...node, children: node.children.flatMap(withoutEvidence) }];
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

  test.each(pages)("every note on a source of $address opens from a mark", (it) => {
    const noted = parse(htmlText(it.content)).querySelectorAll("a.evidence");
    const main = parse(htmlPage(frame, it).content).querySelector("main");
    const opened = (main?.querySelectorAll("button.evidence") ?? []).flatMap((mark) => {
      const id = mark.getAttribute("popovertarget");
      return main?.querySelectorAll(`#${id}[popover] a`) ?? [];
    });
    expect(opened.map((link) => [link.getAttribute("href"), words(link.text)])).toEqual(
      noted.map((link) => [
        link.getAttribute("href"),
        words(`${link.text} ${parse(link.getAttribute("title") ?? "").text}`),
      ]),
    );
  });

  test.each(pages)("the code of $address is the same with its colours", (it) => {
    const plain = parse(htmlText(it.content), { blockTextElements: {} }).querySelectorAll("pre");
    const coloured = parse(htmlPage(frame, it).content, { blockTextElements: {} })
      .querySelector("main")
      ?.querySelectorAll("pre");
    expect(coloured?.map((pre) => pre.textContent)).toEqual(plain.map((pre) => pre.textContent));
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
  const found = { names: "", page: "", text: "", code: "", weight: 1 };

  test("knows the page, each section and each parameter, with the text of each", () => {
    const made = page(html`<h1>Upload</h1><p>At first.</p>
<h2 id="how">How</h2><p>Like <code>this</code>.</p><ul><li id="parameter-w" data-parameter="w"><p>Width.</p></li></ul>
<h3>Aside</h3><nav>not me</nav><div hidden><p>nor me</p></div><pre>code</pre>`);
    expect(searchEntries([made])).toEqual([
      { ...found, id: 0, address: "a/", title: "Upload", weight: 1.5, text: "At first." },
      { ...found, id: 1, address: "a/#how", title: "How", page: "Upload", text: "Like this ." },
      {
        ...found,
        id: 2,
        address: "a/#parameter-w",
        title: "w",
        page: "Upload",
        text: "Width.",
        code: "code",
      },
    ]);
  });

  test("knows further words of a place, and refuses those of a place that is not there", () => {
    const made = page(html`<h1>Upload</h1>`);
    expect(searchEntries([made], { "a/": "413" })).toMatchObject([{ names: "413" }]);
    expect(() => searchEntries([made], { "a/#gone": "413" })).toThrow('no place "a/#gone"');
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
