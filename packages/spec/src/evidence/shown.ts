import type { Example, OpenApiDocument, Reference, Schema } from "../document.ts";
import { isObject, type Json, toPointer, valueAt } from "../json.ts";
import { examples } from "./examples.ts";

/**
 * What the examples of a document show of its schemas: by JSON pointer of each schema, and of each property, the
 * values that stand there in an example.
 */
export function shownValues(document: OpenApiDocument): Map<string, Json[]> {
  const shown = new Map<string, Json[]>();
  const walk = (pointer: string, schema: Schema | Reference, value: Json): void => {
    const known = shown.get(pointer) ?? [];
    shown.set(pointer, [...known, value]);
    if ("$ref" in schema) {
      const target = String(schema.$ref).slice(1);
      walk(target, valueAt(document, target) as Schema, value);
      return;
    }
    const { items, properties = {} }: Schema = schema;
    if (Array.isArray(value)) {
      if (items !== undefined) for (const item of value) walk(`${pointer}/items`, items, item);
    } else if (isObject(value)) {
      for (const [name, property] of Object.entries(properties)) {
        const inner = value[name];
        if (inner !== undefined) walk(pointer + toPointer(["properties", name]), property, inner);
      }
    }
  };
  for (const { pointer, holder } of examples(document)) {
    if (holder.schema === undefined) continue;
    for (const { value } of Object.values<Example>(holder.examples)) {
      walk(`${pointer}/schema`, holder.schema, value);
    }
  }
  return shown;
}
