import { schemaFaults } from "@image-apis/http-contract";
import type { OpenApiDocument, Reference, Schema } from "@image-apis/spec";

/** Where a value is refused by its schema, as a JSON pointer into it, and what it must be. */
export interface Refused {
  at: string;
  must: string;
}

export type SchemaCheck = (schema: Schema | Reference, value: unknown) => Refused[];

/** Holds values against the schemas of a document. */
export function schemaCheck(document: OpenApiDocument): SchemaCheck {
  return (schema, value) =>
    schemaFaults(document, schema, value).map(({ pointer, keyword, params, message }) => ({
      at: pointer,
      must:
        keyword === "enum" ? `must be one of ${[params.allowedValues].flat().join(", ")}` : message,
    }));
}
