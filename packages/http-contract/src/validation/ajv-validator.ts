import {
  type Json,
  type OpenApiDocument,
  type Parameter,
  pointerTokens,
  resolve,
  type Schema,
} from "@image-apis/spec";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { inputFailures, type SchemaViolation } from "../conditions/parameter-failures.ts";
import { type ParameterValues, textsOf } from "../head/parameters.ts";
import { schemaFaults } from "./schema-check.ts";
import type { Validator } from "./validator.ts";

/** Parameters come as texts, so that types are what a text can be read as. */
const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: true });
formats.default(ajv);

const compiled = new WeakMap<Parameter, ValidateFunction>();

/** Validates by JSON Schema, without a mock's engine. */
export function ajvValidator(): Validator {
  return {
    async parameters({ document, operation }, values) {
      const violations = operation.parameters.flatMap((it) => violationsOf(document, it, values));
      return inputFailures(document, operation, values, violations);
    },
    async json({ document, operation }, values, media, value) {
      const documented = operation.requestBody?.content[media];
      const violations = schemaFaults(document, documented, value as Json).map(
        ({ pointer, message }) => ({ path: ["body", ...pointerTokens(pointer)], message }),
      );
      return inputFailures(document, operation, values, violations).filter(
        ({ violation }) => violation.in === "body",
      );
    },
  };
}

function violationsOf(
  document: OpenApiDocument,
  parameter: Parameter,
  values: ParameterValues,
): SchemaViolation[] {
  const { name, in: place, required = false } = parameter;
  const texts = textsOf(parameter, values);
  if (texts.length === 0) {
    return required ? [{ path: [place], message: `must have required property '${name}'` }] : [];
  }
  const validate = compiled.get(parameter) ?? compile(document, parameter);
  if (validate({ value: shaped(document, parameter, texts) })) return [];
  return (validate.errors ?? []).map(({ instancePath, message = "must be valid" }) => ({
    path: [place, name.toLowerCase(), ...pointerTokens(instancePath).slice(1)],
    message,
  }));
}

function compile({ components }: OpenApiDocument, parameter: Parameter): ValidateFunction {
  // The components travel along, so that references into them lead somewhere.
  const schema = { components, type: "object", properties: { value: parameter.schema } };
  const validate = ajv.compile(schema);
  compiled.set(parameter, validate);
  return validate;
}

/** The texts of a parameter as its schema wants them: a list, or the one text. */
function shaped(
  document: OpenApiDocument,
  { schema, in: place, explode }: Parameter,
  texts: readonly string[],
): string | string[] {
  const isList = resolve<Schema>(document, schema).type === "array";
  const [first = ""] = texts;
  if (!isList) return texts.length === 1 ? first : [...texts];
  const isExploded = explode ?? place === "query";
  return isExploded ? [...texts] : texts.flatMap((text) => text.split(","));
}
