import type { ElementContent, Properties, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import htm from "htm";

/** Part of a page as data (hast): elements and texts beside each other. Nobody changes one once it is made. */
export type Html = ElementContent[];

/** What may stand in a template between tags: texts stay texts, lists are joined, nothing is left out. */
export type Piece = ElementContent | string | number | null | undefined | false | readonly Piece[];

/** What may stand in a template: an attribute's value, or `...${attributes}`. Without a value it is left out. */
type Value = Piece | boolean | Properties;

/**
 * Makes nodes from a template. Every element is closed, `<br />` too. Each line break in it, with the blanks around it, is
 * one space, as in HTML.
 */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return nodes([template(spaced(strings), ...values)]);
}

/** Names in code, one after the other. */
export function codeList(names: readonly string[]): Html {
  return joined(names.map((name) => html`<code>${name}</code>`));
}

/** Pieces with a comma, or something else, between them. */
export function joined(pieces: readonly Piece[], between: Piece = ", "): Html {
  return nodes(pieces.map((piece, i) => [i > 0 && between, piece]));
}

/** A table that scrolls by itself instead of the page. */
export function scrolling(label: string, table: Html): Html {
  return html`<div class="scroll" role="group" aria-label="${label}" tabindex="0">${table}</div>`;
}

/** Writes nodes as HTML. */
export function htmlText(content: Html | Root): string {
  const tree = Array.isArray(content) ? { type: "root" as const, children: content } : content;
  return toHtml(tree, { characterReferences: { useNamedReferences: true } });
}

// The cast: htm's types are written for CommonJS, and say of its module what holds for its default export.
const template = (htm as unknown as typeof htm.default).bind(
  (name: string, attributes: Properties | null, ...children: Piece[]): ElementContent =>
    h(name, attributes, ...nodes(children)),
);

function nodes(pieces: readonly Piece[]): Html {
  return pieces.flatMap((piece): Html => {
    if (piece === null || piece === undefined || piece === false || piece === "") return [];
    if (typeof piece === "string" || typeof piece === "number")
      return [{ type: "text", value: String(piece) }];
    return "type" in piece ? [piece] : nodes(piece);
  });
}

/** htm drops a line break beside a tag, which would join two words; and it knows a template by its strings. */
function spaced(strings: TemplateStringsArray): TemplateStringsArray {
  const known = templates.get(strings);
  if (known !== undefined) return known;
  const texts = strings.map((text) => text.replace(/\s*\n\s*/g, " "));
  const made = Object.assign(texts, { raw: texts });
  templates.set(strings, made);
  return made;
}

const templates = new WeakMap<TemplateStringsArray, TemplateStringsArray>();
