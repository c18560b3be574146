import { gfm } from "@joplin/turndown-plugin-gfm";
import { parse } from "node-html-parser";
import TurndownService from "turndown";
import type { SiteFile } from "../site-file.ts";

/** A page's content as Markdown, beside the page, so that its links hold. */
export function markdownPage(page: SiteFile): SiteFile {
  const main = parse(page.content, keepText).querySelector("main");
  if (main === null) throw new Error(`${page.path} has no main element.`);
  for (const element of main.querySelectorAll("[hidden]")) element.remove();
  return {
    path: page.path.replace(/index\.html$/, "index.md"),
    content: `${service.turndown(main.innerHTML).replace(/\n{3,}/g, "\n\n")}\n`,
  };
}

const keepText = { blockTextElements: { pre: true } };

const service = new TurndownService({
  headingStyle: "atx",
  bulletListMarker: "-",
  codeBlockStyle: "fenced",
});
service.use(gfm);
service.addRule("block", {
  filter: "pre",
  replacement: (_content, node) => {
    const text = (node.textContent ?? "").replace(/\n$/, "");
    // The cast: a pre is an element; turndown's types call every node a Node.
    const language = (node as HTMLElement).getAttribute("data-language") ?? guess(text);
    return `\n\n\`\`\`${language}\n${text}\n\`\`\`\n\n`;
  },
});
service.addRule("summary", {
  filter: "summary",
  replacement: (content) => `\n\n**${content.trim()}**\n\n`,
});
service.addRule("caption", {
  filter: "figcaption",
  replacement: (content) => `\n\n${content.trim()}\n\n`,
});

function guess(text: string): string {
  return /^[[{]/.test(text) ? "json" : "";
}
