import { isObject, type JsonObject, list, objectAt, type Path } from "./json.ts";

/** A Schema Object and where it is written. */
export interface SchemaNode {
  schema: JsonObject;
  path: Path;
}

const single = [
  "items",
  "additionalProperties",
  "unevaluatedProperties",
  "unevaluatedItems",
  "propertyNames",
  "contains",
  "contentSchema",
  "not",
  "if",
  "then",
  "else",
];
const listed = ["prefixItems", "allOf", "anyOf", "oneOf"];
const mapped = ["properties", "patternProperties", "dependentSchemas", "$defs"];

/** Outside a schema, what stands under these keys is data, whatever its own keys look like. */
const data = new Set(["example", "examples"]);

/** Every Schema Object of an OpenAPI document, inner ones included. References are not followed. */
export function schemaNodes(document: unknown): SchemaNode[] {
  const found: SchemaNode[] = [];

  const inSchema = (node: unknown, path: Path): void => {
    if (!isObject(node)) return;
    found.push({ schema: node, path });
    for (const key of single) inSchema(node[key], [...path, key]);
    for (const key of listed) {
      list(node[key]).forEach((item, index) => {
        inSchema(item, [...path, key, index]);
      });
    }
    for (const key of mapped) {
      for (const [name, item] of Object.entries(objectAt(node[key]))) {
        inSchema(item, [...path, key, name]);
      }
    }
  };

  const outside = (node: unknown, path: Path): void => {
    if (Array.isArray(node)) {
      node.forEach((item, index) => {
        outside(item, [...path, index]);
      });
    }
    if (!isObject(node)) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "schema") inSchema(value, [...path, key]);
      else if (key === "schemas" && path.length === 1 && path[0] === "components") {
        for (const [name, schema] of Object.entries(objectAt(value))) {
          inSchema(schema, [...path, key, name]);
        }
      } else if (!data.has(key) && !key.startsWith("x-")) outside(value, [...path, key]);
    }
  };

  outside(document, []);
  return found;
}

/** Whether a schema allows a type, alone or in a list. */
export function hasType(schema: JsonObject, type: string): boolean {
  return [schema.type].flat().includes(type);
}

/** Whether a schema is binary in the one spelling of this project. */
export function isBinary(schema: JsonObject): boolean {
  return schema.type === "string" && schema.format === "binary";
}
