import {
  bodyLimits,
  type Limits,
  type MediaType,
  type OpenApiDocument,
  resolve,
  type Schema,
} from "@image-apis/spec";

/** Asked for in every call, and always the same. */
const known = new WeakMap<MediaType, Record<string, Limits>>();

/** By the name of its part, the limits of every documented file of a form; none for a file without `x-limits`. */
export function fileParts(document: OpenApiDocument, media: MediaType): Record<string, Limits> {
  const found = known.get(media) ?? readParts(document, media);
  known.set(media, found);
  return found;
}

function readParts(document: OpenApiDocument, media: MediaType): Record<string, Limits> {
  const { properties = {} } = media.schema ? resolve<Schema>(document, media.schema) : {};
  const files = Object.entries(properties).flatMap(([name, property]): [string, Limits][] => {
    const schema = resolve<Schema>(document, property);
    const one = schema.items === undefined ? schema : resolve<Schema>(document, schema.items);
    return one.format === "binary" ? [[name, {}]] : [];
  });
  return { ...Object.fromEntries(files), ...bodyLimits(document, media) };
}
