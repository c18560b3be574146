import { type MediaType, type OpenApiDocument, resolve, type Schema } from "@image-apis/spec";
import { isXml } from "../negotiation/media-type.ts";

/**
 * The name of the element that is a plain value as XML.
 *
 * @returns `undefined` for a media type that is not XML, a value with parts, and a schema that names no element.
 */
export function xmlName(
  document: OpenApiDocument,
  media: MediaType,
  mediaType: string,
): string | undefined {
  if (media.schema === undefined || !isXml(mediaType)) return undefined;
  const { type, xml } = resolve<Schema>(document, media.schema);
  const isPlain = ["integer", "number", "string", "boolean"].includes(String(type));
  return isPlain ? xml?.name : undefined;
}
