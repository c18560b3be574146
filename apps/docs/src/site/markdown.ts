import MarkdownIt from "markdown-it";
import { type Html, raw } from "./html.ts";

/** Where the page of a code word is, seen from the page being written; nothing for a word without one. */
export type WordLink = (word: string) => string | undefined;

/** Renders a description. HTML in it is shown as text; a code word that has a page links to it. */
export function markdown(text: string | undefined, wordLink: WordLink): Html {
  return raw(renderer.render(text ?? "", { wordLink }));
}

const renderer = new MarkdownIt({ html: false });

renderer.renderer.rules.code_inline = (tokens, index, _options, env) => {
  const word = tokens[index]?.content ?? "";
  const code = `<code>${renderer.utils.escapeHtml(word)}</code>`;
  const target = (env as { wordLink: WordLink }).wordLink(word);
  return target === undefined ? code : `<a href="${renderer.utils.escapeHtml(target)}">${code}</a>`;
};

// A wide table scrolls by itself instead of the page.
renderer.renderer.rules.table_open = () =>
  '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>\n';
renderer.renderer.rules.table_close = () => "</table></div>\n";
