import { type ParameterValues, textsOf } from "@image-apis/http-contract";
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
 * Gives the values of an operation's parameters, which were checked, the types of their schemas. An integer that a
 * number does not hold exactly is a bigint.
 */
export function parameterReader(
  document: OpenApiDocument,
  { parameters }: Operation,
): (texts: ParameterValues) => TypedParameters {
  const readers = parameters.map((parameter) => {
    const schema = resolve<Schema>(document, parameter.schema);
    const read = (texts: readonly string[]) =>
      typedValue(document, schema, items(parameter, schema, texts));
    return { parameter, read };
  });
  return (texts) => {
    const values: TypedParameters = { path: {}, query: {}, header: {}, cookie: {} };
    for (const { parameter, read } of readers) {
      const sent = textsOf(parameter, texts);
      if (sent.length > 0) values[parameter.in][parameter.name] = read(sent);
    }
    return values;
  };
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
