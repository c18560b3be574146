import type { Json, MediaType, OpenApiDocument } from "@image-apis/spec";
import { writeXml } from "../xml/xml-element.ts";
import { xmlName } from "../xml/xml-name.ts";
import { isJson, isXml } from "./media-type.ts";

/**
 * Writes a documented value in a media type. XML whose schema names no element is an element `value`.
 *
 * @throws Error for XML of an object or a list, and for other media types of anything but a text.
 */
export function serialise(
  value: Json,
  document: OpenApiDocument,
  media: MediaType,
  mediaType: string,
): string {
  if (isJson(mediaType)) return JSON.stringify(value);
  if (isXml(mediaType) && typeof value !== "object") {
    return writeXml({ name: xmlName(document, media, mediaType) ?? "value", text: String(value) });
  }
  if (typeof value === "string") return value;
  throw new Error(`There is no way to write ${JSON.stringify(value)} as ${mediaType}.`);
}
