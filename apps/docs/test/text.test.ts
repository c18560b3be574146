import { describe, expect, test } from "vitest";
import { link } from "../src/site/addresses.ts";
import { attributes, html, raw } from "../src/site/html.ts";
import { markdown } from "../src/site/markdown.ts";

describe("a template", () => {
  test("escapes text and attribute values", () => {
    const value = `<b a="1">&`;
    expect(html`<p title="${value}">${value}</p>`.html).toBe(
      '<p title="&lt;b a=&quot;1&quot;&gt;&amp;">&lt;b a=&quot;1&quot;&gt;&amp;</p>',
    );
  });

  test("takes HTML as it is, joins lists and leaves nothing out", () => {
    expect(html`${raw("<i>")}${["a", 0]}${null}${undefined}${false}`.html).toBe("<i>a0");
  });

  test("writes the attributes that have a value", () => {
    const written = attributes({ a: `"`, b: undefined, c: true, d: false, e: 0 });
    expect(written.html).toBe(' a="&quot;" c e="0"');
  });
});

describe("a description", () => {
  const wordLink = (word: string) => (word === "getThing" ? "../getThing/" : undefined);

  test("links a code word that names an operation, and no other", () => {
    expect(markdown("`getThing` and `other`", wordLink).html).toBe(
      '<p><a href="../getThing/"><code>getThing</code></a> and <code>other</code></p>\n',
    );
  });

  test("shows HTML as text", () => {
    expect(markdown("<script>", wordLink).html).toBe("<p>&lt;script&gt;</p>\n");
  });

  test("may be missing", () => {
    expect(markdown(undefined, wordLink).html).toBe("");
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
