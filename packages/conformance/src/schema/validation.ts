import { declaredSchemas, type SchemaFault, undeclaredProperties } from "@image-apis/http-contract";
import type { OpenApiDocument, Reference, Schema } from "@image-apis/spec";
import { asItCame, type Difference, inWords, type Wording } from "../difference.ts";

/** Validates a value against a schema of the document; `what` names the value in differences. */
export type Validation = (what: string, schema: Schema | Reference, value: unknown) => Difference[];

/**
 * Validates in a strict reading: a property that the schema does not declare is an error unless the schema is open, and
 * so are keywords and formats that do not exist.
 *
 * @param wording How the values are written in the differences.
 * @throws Error When a schema of the document is not one.
 */
export function schemaValidation(
  document: OpenApiDocument,
  wording: Wording = asItCame,
): Validation {
  const declared = declaredSchemas(document, "own");
  return (what, schema, value) => {
    const undeclared = undeclaredProperties(document, schema, value);
    return [...declared.faults(schema, value), ...undeclared].map((fault) =>
      schemaDifference(what, fault, wording),
    );
  };
}

/** Says in words what breaks a schema. */
export function schemaDifference(
  subject: string,
  { pointer, keyword, params, message, value }: SchemaFault,
  wording: Wording,
): Difference {
  const what = `${subject} ${pointer.split("/").map(wording.name).join("/")}`.trim();
  const received = wording.value(value);
  switch (keyword) {
    case "required":
      return { what, expected: `the property "${params.missingProperty}"`, received: "none" };
    case "additionalProperties":
    case "unevaluatedProperties": {
      const name = String(params.additionalProperty ?? params.unevaluatedProperty);
      return {
        what,
        expected: "only declared properties",
        received: `the property "${wording.name(name)}"`,
      };
    }
    case "enum":
      return { what, expected: `one of ${inWords(params.allowedValues)}`, received };
    default:
      return { what, expected: message.replace(/^must (be )?/, ""), received };
  }
}
