import type { ParameterValues } from "@image-apis/http-contract";
import {
  type OpenApiDocument,
  type Operation,
  type Parameter,
  resolve,
  type Schema,
} from "@image-apis/spec";

/** The parameters of a request in the types of their schemas, by place and documented name. */
export type TypedParameters = Record<"path" | "query" | "header" | "cookie", Record<string, Value>>;

type Value = string | number | bigint | boolean | Value[];

/**
 * Gives the values of parameters, which were checked, the types of their schemas. An integer that a number does not
 * hold exactly is a bigint.
 */
export function typedParameters(
  document: OpenApiDocument,
  { parameters }: Operation,
  texts: ParameterValues,
): TypedParameters {
  const values: TypedParameters = { path: {}, query: {}, header: {}, cookie: {} };
  for (const parameter of parameters) {
    const sent = textsOf(parameter, texts);
    if (sent === undefined) continue;
    const schema = resolve<Schema>(document, parameter.schema);
    values[parameter.in][parameter.name] = typedValue(
      document,
      schema,
      items(parameter, schema, sent),
    );
  }
  return values;
}

/** What was sent for a parameter; `undefined` where it was left out. */
function textsOf(
  { name, in: place }: Parameter,
  { path, query, headers }: ParameterValues,
): readonly string[] | undefined {
  if (place === "query") return query[name];
  const text = place === "path" ? path[name] : headers[name.toLowerCase()];
  return text === undefined ? undefined : [text];
}

/** The items of a list; a list that is not repeated is one text. */
function items(
  { in: place, explode, style }: Parameter,
  { type }: Schema,
  sent: readonly string[],
) {
  const isRepeated = place === "query" && (explode ?? (style ?? "form") === "form");
  return type !== "array" || isRepeated ? sent : sent.flatMap((text) => text.split(","));
}

function typedValue(document: OpenApiDocument, schema: Schema, texts: readonly string[]): Value {
  if (schema.type === "array") {
    const item = schema.items === undefined ? {} : resolve<Schema>(document, schema.items);
    return texts.map((text) => scalar(item, text));
  }
  return scalar(schema, texts[0] ?? "");
}

function scalar({ type }: Schema, text: string): Value {
  if (type === "boolean") return text === "true";
  if (type === "number") return Number(text);
  if (type !== "integer") return text;
  const exact = BigInt(text);
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
}
