import { type OpenApiDocument, type Parameter, resolve, type Schema } from "@image-apis/spec";

/**
 * What is wrong with an integer as it was written, for a parameter that is one or a list of them; `undefined` where
 * nothing is. Prism turns texts into numbers as JavaScript does, so that ` `, `0x10`, `1e3` and `1.0` pass there, and
 * an integer above 64 bits too.
 */
export function integerFault(
  document: OpenApiDocument,
  parameter: Parameter,
  texts: readonly string[],
): string | undefined {
  const schema = integerSchema(document, parameter);
  if (schema === undefined) return undefined;
  if (!texts.every((text) => /^-?\d+$/.test(text))) return "must be integer";
  const bits = /^int(32|64)$/.exec(schema.format ?? "")?.[1];
  if (bits === undefined) return undefined;
  const isHeld = (text: string) => BigInt.asIntN(Number(bits), BigInt(text)) === BigInt(text);
  return texts.every(isHeld) ? undefined : `must be an integer of ${bits} bits`;
}

function integerSchema(document: OpenApiDocument, { schema }: Parameter): Schema | undefined {
  const own = resolve<Schema>(document, schema);
  const one = own.type === "array" && own.items ? resolve<Schema>(document, own.items) : own;
  return one.type === "integer" ? one : undefined;
}
