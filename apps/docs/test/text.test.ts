import { describe, expect, test } from "vitest";
import { link } from "../src/site/addresses.ts";
import { html, htmlText, joined } from "../src/site/html.ts";
import { markdown } from "../src/site/markdown.ts";

describe("a template", () => {
  test("escapes text and attribute values", () => {
    const value = `<b a="1">&`;
    expect(htmlText(html`<p title="${value}">${value}</p>`)).toBe(
      '<p title="<b a=&quot;1&quot;>&amp;">&lt;b a="1">&amp;</p>',
    );
  });

  test("takes nodes as they are, joins lists and leaves nothing out", () => {
    expect(htmlText(html`${html`<i />`}${["a", 0]}${null}${undefined}${false}`)).toBe("<i></i>a0");
  });

  test("writes the attributes that have a value", () => {
    const more = { "data-a": `"`, "data-b": undefined };
    expect(htmlText(html`<p ...${more} hidden=${false} tabindex="0">a</p>`)).toBe(
      '<p data-a="&quot;" tabindex="0">a</p>',
    );
  });

  test("keeps words apart that stand on lines of their own", () => {
    const made = html`<p>one
<b>two</b>
three</p>`;
    expect(htmlText(made)).toBe("<p>one <b>two</b> three</p>");
  });

  test("keeps the lines of a text", () => {
    expect(htmlText(html`<pre>${"a\nb"}</pre>`)).toBe("<pre>a\nb</pre>");
  });

  test("puts something between pieces, and nothing around them", () => {
    expect(htmlText(joined(["a", html`<b>b</b>`, "c"]))).toBe("a, <b>b</b>, c");
  });
});

describe("a description", () => {
  const wordLink = (word: string) => (word === "getThing" ? "../getThing/" : undefined);
  const written = (text: string | undefined) => htmlText(markdown(text, wordLink));

  test("links a code word that names an operation, and no other", () => {
    expect(written("`getThing` and `other`")).toBe(
      '<p><a href="../getThing/"><code>getThing</code></a> and <code>other</code></p>',
    );
  });

  test("leaves a code word inside a link to that link", () => {
    expect(written("[**the `getThing`**](../a/)")).toBe(
      '<p><a href="../a/"><strong>the <code>getThing</code></strong></a></p>',
    );
  });

  test.each(["<script>", "a <b>bold</b> word"])("shows %s as text", (text) => {
    expect(written(text)).toBe(`<p>${text.replaceAll("<", "&lt;")}</p>`);
  });

  test("may be missing", () => {
    expect(written(undefined)).toBe("");
  });
});

test.each([
  ["", "ref/a/", "ref/a/"],
  ["ref/a/", "", "../../"],
  ["ref/a/", "ref/b/", "../../ref/b/"],
  ["", "", "./"],
])("a link from %j to %j is %j", (from, to, expected) => {
  expect(link(from, to)).toBe(expected);
});
