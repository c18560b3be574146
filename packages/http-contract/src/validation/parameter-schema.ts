import {
  type OpenApiDocument,
  type Parameter,
  pointerTokens,
  resolve,
  type Schema,
} from "@image-apis/spec";
import type { Ajv2020, ValidateFunction } from "ajv/dist/2020.js";
import { type ParameterValues, textsOf } from "../head/parameters.ts";
import { schemaValidator } from "./ajv.ts";

/** A rule of a schema that a value breaks, as a validator reports it. */
export interface SchemaViolation {
  /** Where: `query`, `path`, `header` or `body`, then the name in lower case, then deeper. */
  path: string[];
  message: string;
}

/** Made when it is needed: a mock, whose Prism checks parameters, need not hold it. */
let coercing: Ajv2020 | undefined;

/** Parameters come as texts, so that types are what a text can be read as. */
function coercingAjv(): Ajv2020 {
  coercing ??= schemaValidator("any", { allErrors: true, coerceTypes: true });
  return coercing;
}

const compiled = new WeakMap<Parameter, ValidateFunction>();

/** The rules of its schema that a parameter breaks; one that is required and empty counts as missing. */
export function parameterViolations(
  document: OpenApiDocument,
  parameter: Parameter,
  values: ParameterValues,
): SchemaViolation[] {
  const { name, in: place, required = false } = parameter;
  const texts = textsOf(parameter, values);
  if (required && texts.every((text) => text === "")) {
    return [{ path: [place], message: `must have required property '${name}'` }];
  }
  if (texts.length === 0) return [];
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
  const validate = coercingAjv().compile(schema);
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
