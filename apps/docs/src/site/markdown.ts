import MarkdownIt from "markdown-it";
import { type Html, raw } from "./html.ts";

/** Where the page of an operation is, seen from the page being written; nothing for other words. */
export type OperationLink = (word: string) => string | undefined;

/** Renders a description. HTML in it is shown as text; a code word that names an operation links to its page. */
export function markdown(text: string | undefined, operationLink: OperationLink): Html {
  return raw(renderer.render(text ?? "", { operationLink }));
}

const renderer = new MarkdownIt({ html: false });

renderer.renderer.rules.code_inline = (tokens, index, _options, env) => {
  const word = tokens[index]?.content ?? "";
  const code = `<code>${renderer.utils.escapeHtml(word)}</code>`;
  const target = (env as { operationLink: OperationLink }).operationLink(word);
  return target === undefined ? code : `<a href="${renderer.utils.escapeHtml(target)}">${code}</a>`;
};

// A wide table scrolls by itself instead of the page.
renderer.renderer.rules.table_open = () =>
  '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>\n';
renderer.renderer.rules.table_close = () => "</table></div>\n";
