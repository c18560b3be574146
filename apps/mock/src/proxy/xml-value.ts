import type { Json, Schema } from "@image-apis/spec";

/**
 * The value of XML that is one element with a text, `<int>167</int>`: a number where the schema wants one.
 *
 * @throws Error where it is not the one element of the schema's `xml.name`.
 */
export function xmlValue(text: string, schema: Schema): Json {
  const { name = "value" } = (schema.xml ?? {}) as { name?: string };
  const root = text.trim().replace(/^<\?xml[^>]*\?>\s*/, "");
  const [, element, content = ""] = /^<([\w:.-]+)(?:\s[^>]*)?>([^<]*)<\/\1\s*>$/.exec(root) ?? [];
  if (element !== name) throw new Error(`it is not one <${name}> with a text`);
  const isNumber = schema.type === "integer" || schema.type === "number";
  return isNumber && /^-?\d+(?:\.\d+)?$/.test(content.trim()) ? Number(content) : content;
}
