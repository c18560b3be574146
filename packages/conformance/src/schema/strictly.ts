import type { Reference, Schema } from "@image-apis/spec";

/**
 * A copy of a schema in which an object has the declared properties only, unless it says otherwise. References
 * lead to `/components/…`, the addresses that the validator knows the components by.
 */
export function strictly(schema: Schema | Reference): Schema {
  const copy: Schema = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, keywordStrictly(keyword, value)]),
  );
  if ([copy.type].flat().includes("object") && copy.additionalProperties === undefined) {
    copy.unevaluatedProperties ??= false;
  }
  return copy;
}

function keywordStrictly(keyword: string, value: unknown): unknown {
  if (keyword === "$ref") return String(value).replace(/^#/, "");
  if (value === null || typeof value !== "object") return value;
  // The casts: by JSON Schema these keywords hold a schema, a list of schemas, or schemas by name.
  if (holdsSchema.has(keyword)) return strictly(value as Schema);
  if (holdsList.has(keyword)) return (value as Schema[]).map(strictly);
  if (!holdsNamed.has(keyword)) return value;
  const named = Object.entries(value as Record<string, Schema>);
  return Object.fromEntries(named.map(([name, schema]) => [name, strictly(schema)]));
}

const holdsSchema = new Set(["items", "additionalProperties", "unevaluatedProperties", "not"]);
const holdsList = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const holdsNamed = new Set(["properties", "patternProperties", "dependentSchemas"]);
