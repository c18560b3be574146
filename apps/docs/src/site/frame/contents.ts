import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { type Html, html } from "../html.ts";

/** Links to the headings of a page that have an anchor; nothing where there are not two. */
export function contentsNav(content: Html): Html {
  const entries: Html[] = [];
  visit({ type: "root", children: content }, "element", (element) => {
    const { id } = element.properties;
    if (/^h[23]$/.test(element.tagName) && id !== undefined)
      entries.push(
        html`<li class="${element.tagName}"><a href="#${id}">${textOf(element)}</a></li> `,
      );
  });
  if (entries.length < 2) return [];
  return html`<nav class="contents" aria-labelledby="contents-title"><details><summary id="contents-title">On this page</summary>
<ul>${entries}</ul></details></nav>`;
}
