import type { OpenApiDocument, Reference, Schema } from "@image-apis/spec";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** Where a value is refused by its schema, as a JSON pointer into it, and what it must be. */
export interface Refused {
  at: string;
  must: string;
}

export type SchemaCheck = (schema: Schema | Reference, value: unknown) => Refused[];

const known = new WeakMap<OpenApiDocument, SchemaCheck>();

/** Holds values against the schemas of a document; each schema is compiled once, when it is first needed. */
export function schemaCheck(document: OpenApiDocument): SchemaCheck {
  const found = known.get(document) ?? newCheck(document);
  known.set(document, found);
  return found;
}

function newCheck({ components }: OpenApiDocument): SchemaCheck {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const compiled = new Map<object, ValidateFunction>();
  return (schema, value) => {
    // References lead to #/components from the root of what is compiled.
    const validate = compiled.get(schema) ?? ajv.compile({ allOf: [schema], components });
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, keyword, params, message = "" }) => ({
      at: instancePath,
      must: keyword === "enum" ? `must be one of ${params.allowedValues.join(", ")}` : message,
    }));
  };
}
