import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { defaultHandlers, type Handlers, toHast } from "mdast-util-to-hast";
import { gfmTable } from "micromark-extension-gfm-table";
import { SKIP, visit } from "unist-util-visit";
import { type Html, html, scrolling } from "./html.ts";

/** Where the page of a code word is, seen from the page being written; nothing for a word without one. */
export type WordLink = (word: string) => string | undefined;

/** Makes a description part of a page. HTML in it is shown as text; a code word that has a page links to it. */
export function markdown(text: string | undefined, wordLink: WordLink): Html {
  return markdownNodes(parseMarkdown(text ?? ""), wordLink);
}

/** Reads Markdown with tables; what looks like HTML is text. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [gfmTable(), { disable: { null: ["htmlFlow", "htmlText"] } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

/** Makes Markdown part of a page; the tree is used up. */
export function markdownNodes(tree: Root, wordLink: WordLink): Html {
  linkWords(tree, wordLink);
  // Where a node stood in its file says nothing any more, and is most of what a node is.
  visit(tree, (node) => {
    node.position = undefined;
  });
  // The cast: a tree of Markdown gives a root, and a doctype is not among what it holds.
  return (toHast(tree, { handlers }) as { children: Html }).children;
}

/** A code word inside a link stays as it is. */
function linkWords(tree: Root, wordLink: WordLink): void {
  visit(tree, (node: Nodes, index, parent) => {
    if (node.type === "link") return SKIP;
    if (node.type !== "inlineCode" || index === undefined || parent === undefined) return undefined;
    const url = wordLink(node.value);
    if (url === undefined) return undefined;
    parent.children[index] = { type: "link", url, children: [node] };
    return SKIP;
  });
}

const handlers: Handlers = {
  code: (_state, { lang, value }) =>
    html`<pre data-copy data-language="${lang ?? ""}">${value}</pre>`,
  table: (state, node) => scrolling("Table", [defaultHandlers.table(state, node)]),
};
