import { type OpenApiDocument, type Reference, resolve, type Schema } from "@image-apis/spec";

/**
 * A schema and those that apply to the same value: behind a reference, in `allOf`, `anyOf` and `oneOf`, and behind a
 * condition.
 */
export function schemasInPlace(
  document: OpenApiDocument,
  node: Schema | Reference,
  seen: ReadonlySet<unknown> = new Set(),
): Schema[] {
  // `true` and `false` are schemas too.
  if (typeof node !== "object" || seen.has(node)) return [];
  const schema = resolve<Schema>(document, node);
  if (typeof schema !== "object" || seen.has(schema)) return [];
  const known = new Set([...seen, node, schema]);
  const parts = inPlace.flatMap((keyword) => schema[keyword] ?? []);
  // The cast: by JSON Schema these keywords hold a schema or a list of schemas.
  return [schema, ...(parts as Schema[]).flatMap((it) => schemasInPlace(document, it, known))];
}

const inPlace = ["allOf", "anyOf", "oneOf", "if", "then", "else"];
