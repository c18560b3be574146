import { Ajv2020, type Options } from "ajv/dist/2020.js";
import { formats } from "./formats.ts";

/** Keywords that documents have beside those of JSON Schema. They say nothing about whether a value is valid. */
const annotations = ["xml", "discriminator", "externalDocs", "example", "x-limits", "x-varies"];

/**
 * `own`: for schemas that are written here, where an unknown keyword or format is a mistake and throws. `any`: for
 * documents of others, which may have keywords that nobody here knows; those are passed over.
 */
export type SchemaAuthor = "own" | "any";

/** What every caller may still choose; what is valid does not depend on it, but for texts that are to be converted. */
export type AjvOptions = Pick<
  Options,
  "allErrors" | "verbose" | "code" | "coerceTypes" | "strictTypes" | "strictRequired"
>;

/**
 * The one set-up of Ajv: JSON Schema 2020-12 with the formats and the keywords of OpenAPI.
 *
 * @param author Who wrote the schemas.
 */
export function schemaValidator(author: SchemaAuthor, options: AjvOptions = {}): Ajv2020 {
  const ajv = new Ajv2020({
    formats,
    validateFormats: true,
    ...(author === "own"
      ? { strict: true, strictTypes: true, strictRequired: true, allowUnionTypes: true }
      : { strict: false, logger: false }),
    ...options,
  });
  return ajv.addVocabulary(annotations);
}
