import type { Json, MediaType, OpenApiDocument, Schema } from "@image-apis/spec";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
formats.default(ajv);

/** Compiled once for each media type of each generation of documents. */
const compiled = new WeakMap<object, ValidateFunction>();

/** The rules of its schema that a body breaks, in words; none where the document has no schema for it. */
export function schemaViolations(
  document: OpenApiDocument,
  media: MediaType | undefined,
  body: Json,
): string[] {
  if (media?.schema === undefined) return [];
  const validate = compiled.get(media) ?? compile(document.components, media.schema);
  compiled.set(media, validate);
  if (validate(body)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message = "is not valid" }) =>
      `${instancePath === "" ? "The body" : instancePath} ${message}.`,
  );
}

/** The components travel along, so that references into them lead somewhere. */
function compile(components: object, schema: Schema | { $ref: string }): ValidateFunction {
  return ajv.compile({ components, allOf: [schema] });
}
