import { type OpenApiDocument, type Reference, resolve, type Schema } from "@image-apis/spec";

/**
 * The value that a text writes where its schema wants a number or a flag: of a header, a part of a form or an XML
 * element. Any other text, and one that is not a number, is itself.
 */
export function textValue(
  document: OpenApiDocument,
  schema: Schema | Reference,
  text: string,
): string | number | boolean {
  const types = [resolve<Schema>(document, schema).type].flat();
  const trimmed = text.trim();
  const isNumber = types.includes("integer") || types.includes("number");
  if (isNumber && /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(trimmed)) {
    return Number(trimmed);
  }
  if (types.includes("boolean") && /^(?:true|false)$/.test(trimmed)) return trimmed === "true";
  return text;
}
