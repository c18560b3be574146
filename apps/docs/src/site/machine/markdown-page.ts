import type { ElementContent } from "hast";
import { defaultHandlers, type Handle, toMdast } from "hast-util-to-mdast";
import { toString as textOf } from "hast-util-to-string";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Page } from "../page.ts";
import type { SiteFile } from "../site-file.ts";

/** A page as Markdown, beside the page, so that its links hold. */
export function markdownPage({ address, content }: Page): SiteFile {
  const tree = toMdast({ type: "root", children: content.filter(isShown) }, { handlers });
  return {
    path: `${address}index.md`,
    content: toMarkdown(tree, {
      bullet: "-",
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    }),
  };
}

/** What a reader without JavaScript sees. */
function isShown(node: ElementContent): boolean {
  return node.type !== "element" || node.properties.hidden !== true;
}

const handlers: Record<string, Handle> = {
  // A cell of a table is one line, which Markdown can break no other way.
  br: () => ({ type: "html", value: "<br>" }),
  pre: (_state, node) => ({
    type: "code",
    lang: node.properties.dataLanguage ? String(node.properties.dataLanguage) : null,
    value: textOf(node).replace(/\n$/, ""),
  }),
  summary: (state, node) => ({
    type: "paragraph",
    children: [defaultHandlers.strong(state, node)],
  }),
};
