import type { Json, Schema } from "@image-apis/spec";
import { isJson, isXml } from "./media-type.ts";

/**
 * Writes a documented value in a media type.
 *
 * @throws Error for XML of an object or a list, and for other media types of anything but a text.
 */
export function serialise(value: Json, mediaType: string, schema: Schema | undefined): string {
  if (isJson(mediaType)) return JSON.stringify(value);
  if (isXml(mediaType) && typeof value !== "object") return element(schema, String(value));
  if (typeof value === "string") return value;
  throw new Error(`There is no way to write ${JSON.stringify(value)} as ${mediaType}.`);
}

/** One element, named as the schema's `xml.name` says. */
function element(schema: Schema | undefined, text: string): string {
  const { name = "value" } = (schema?.xml ?? {}) as { name?: string };
  const escaped = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<${name}>${escaped}</${name}>`;
}
