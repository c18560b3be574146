/** HTML that is complete and must not be escaped again. */
export interface Html {
  readonly html: string;
}

/** What may stand in a template: text is escaped, lists are joined, nothing is left out. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** Writes HTML; every value between the tags or inside a quoted attribute is escaped. */
export function html(strings: TemplateStringsArray, ...values: Piece[]): Html {
  return {
    html: strings.reduce((text, string, i) => text + render(values[i - 1]) + string),
  };
}

/** Takes HTML that another library has made. */
export function raw(text: string): Html {
  return { html: text };
}

/** Writes attributes, each with a space in front; those without a value are left out. */
export function attributes(values: Record<string, string | number | boolean | undefined>): Html {
  const written = Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return value === true ? [` ${name}`] : [` ${name}="${escaped(String(value))}"`];
  });
  return raw(written.join(""));
}

/** The pieces without repetitions. */
export function unique(pieces: readonly Html[]): Html[] {
  return [...new Set(pieces.map((piece) => piece.html))].map(raw);
}

/** Names in code, one after the other. */
export function codeList(names: readonly string[]): Html {
  return html`${names.map((name, i) => html`${i > 0 && ", "}<code>${name}</code>`)}`;
}

function render(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return "";
  if (Array.isArray(piece)) return piece.map(render).join("");
  if (typeof piece === "object" && "html" in piece) return piece.html;
  return escaped(String(piece));
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
