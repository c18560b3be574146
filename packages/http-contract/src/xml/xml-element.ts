/**
 * Reads XML that is one element with a text: `<int>167</int>`, with a declaration, attributes and white space around it.
 *
 * @returns `undefined` for anything else.
 */
export function xmlElement(xml: string): { name: string; text: string } | undefined {
  const root = xml.trim().replace(/^<\?xml[^>]*\?>\s*/, "");
  const [, name, text = ""] = /^<([\w:.-]+)(?:\s[^<>]*)?>([^<]*)<\/\1\s*>$/.exec(root) ?? [];
  return name === undefined ? undefined : { name, text: text.trim() };
}
