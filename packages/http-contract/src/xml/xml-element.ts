/** XML that is one element with a text: `<int>167</int>`. The documents describe no other. */
export interface XmlElement {
  name: string;
  /** Without the white space around it. */
  text: string;
}

/** Writes an element. */
export function writeXml({ name, text }: XmlElement): string {
  const escaped = text.replace(/[&<>\r]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<${name}>${escaped}</${name}>`;
}

/**
 * Reads an element with a declaration, attributes and white space around it, and its character references.
 *
 * @returns `undefined` for anything else.
 */
export function readXml(xml: string): XmlElement | undefined {
  const root = xml.trim().replace(/^<\?xml[^>]*\?>\s*/, "");
  const [, name, content = ""] = /^<([\w:.-]+)(?:\s[^<>]*)?>([^<]*)<\/\1\s*>$/.exec(root) ?? [];
  if (
    name === undefined ||
    /&(?!#\d{1,7};|#x[\da-f]{1,6};|(?:lt|gt|amp|quot|apos);)/i.test(content)
  ) {
    return undefined;
  }
  const text = content.trim().replace(/&(#x?)?(\w+);/gi, (_, base?: string, code = "") => {
    if (base === undefined) return named[code] ?? "";
    const point = Number.parseInt(code, base === "#" ? 10 : 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
  });
  return { name, text };
}

const named: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};
