/** HTML that is complete and must not be escaped again. */
export interface Html {
  readonly html: string;
}

/** What may stand in a template: text is escaped, lists are joined, nothing is left out. */
export type Piece = Html | string | number | undefined | false | readonly Piece[];

/** Writes HTML; every value between the tags or inside a quoted attribute is escaped. */
export function html(strings: TemplateStringsArray, ...values: Piece[]): Html {
  const text = strings.reduce((all, string, i) => all + render(values[i - 1]) + string);
  return { html: text };
}

/** Escapes text for HTML and XML, between tags or inside a quoted attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function render(piece: Piece): string {
  if (piece === undefined || piece === false) return "";
  if (Array.isArray(piece)) return piece.map(render).join("");
  if (typeof piece === "object" && "html" in piece) return piece.html;
  return escaped(String(piece));
}
