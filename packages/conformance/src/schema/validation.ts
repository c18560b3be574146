import type { OpenApiDocument, Reference, Schema } from "@image-apis/spec";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { asItCame, type Difference, inWords, type Wording } from "../difference.ts";
import { strictly } from "./strictly.ts";

/** Validates a value against a schema of the document; `what` names the value in differences. */
export type Validation = (what: string, schema: Schema | Reference, value: unknown) => Difference[];

/** The document's own keywords, which say nothing about validity. */
const annotations = ["x-limits", "xml"];

/**
 * Validates by JSON Schema 2020-12 in a strict reading: a property that the schema does not declare is an error
 * unless the schema is open, and so are keywords and formats that do not exist.
 *
 * @param wording How the values are written in the differences.
 * @throws Error When a schema of the document is not one.
 */
export function schemaValidation(
  document: OpenApiDocument,
  wording: Wording = asItCame,
): Validation {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictTypes: true,
    strictRequired: true,
    allowUnionTypes: true,
    // Few values are held against a schema; making it faster for them takes longer than that.
    code: { optimize: false },
  });
  addFormats.default(ajv);
  ajv.addVocabulary(annotations);
  const components = Object.entries(document.components.schemas ?? {});
  for (const [name, schema] of components) ajv.addSchema(strictly(schema), addressOf(name));
  // Compiled at once, so that one nobody validates against is a schema too.
  for (const [name] of components) ajv.getSchema(addressOf(name));
  const compiled = new WeakMap<Schema | Reference, ValidateFunction>();
  return (what, schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile(strictly(schema));
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => difference(what, error, wording));
  };
}

function addressOf(name: string): string {
  return `/components/schemas/${name}`;
}

function difference(
  value: string,
  { instancePath, keyword, params, message = "", data }: ErrorObject,
  wording: Wording,
): Difference {
  const what = `${value} ${instancePath.split("/").map(wording.name).join("/")}`.trim();
  const received = wording.value(data);
  switch (keyword) {
    case "required":
      return { what, expected: `the property "${params.missingProperty}"`, received: "none" };
    case "additionalProperties":
    case "unevaluatedProperties": {
      const name = params.additionalProperty ?? params.unevaluatedProperty;
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
