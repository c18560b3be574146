import type { OpenApiDocument, Reference, Schema } from "@image-apis/spec";
import type { SchemaFault } from "./document-schemas.ts";
import { schemasInPlace } from "./schemas-in-place.ts";

/**
 * The properties of a value that no schema of the document mentions for it. An object whose schema allows others, with
 * `additionalProperties` for example, may have any; where one of several schemas applies, each counts.
 */
export function undeclaredProperties(
  document: OpenApiDocument,
  schema: Schema | Reference,
  value: unknown,
): SchemaFault[] {
  return walk(document, [schema], value, "");
}

type Nodes = readonly (Schema | Reference)[];

function walk(
  document: OpenApiDocument,
  nodes: Nodes,
  value: unknown,
  pointer: string,
): SchemaFault[] {
  if (value === null || typeof value !== "object" || nodes.length === 0) return [];
  const schemas = nodes.flatMap((node) => schemasInPlace(document, node));
  if (Array.isArray(value)) {
    return value.flatMap((item, at) =>
      walk(
        document,
        schemas.flatMap((it) => itemOf(it, at)),
        item,
        `${pointer}/${at}`,
      ),
    );
  }
  const isClosed = schemas.some(describesObject) && !schemas.some(isOpen);
  return Object.entries(value).flatMap(([name, inner]) => {
    const below = schemas.flatMap((it) => propertyOf(it, name));
    const at = `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (below.length > 0 || !isClosed) return walk(document, below, inner, at);
    const params = { unevaluatedProperty: name };
    const message = "must NOT have undeclared properties";
    return [{ pointer, keyword: "unevaluatedProperties", params, message, value }];
  });
}

function describesObject({ type, properties }: Schema): boolean {
  return [type].flat().includes("object") || properties !== undefined;
}

/** What a schema says of other properties itself is not for this reading to decide. */
function isOpen({ additionalProperties, unevaluatedProperties }: Schema): boolean {
  return additionalProperties !== undefined || unevaluatedProperties !== undefined;
}

// The casts below: by JSON Schema these keywords hold schemas.
function itemOf({ items, prefixItems = [] }: Schema, at: number): Nodes {
  const own = (prefixItems as Schema[])[at] ?? items;
  return own === undefined ? [] : [own];
}

function propertyOf(schema: Schema, name: string): Nodes {
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
  const patterned = Object.entries(patternProperties as Record<string, Schema>)
    .filter(([pattern]) => new RegExp(pattern, "u").test(name))
    .map(([, it]) => it);
  const named = [...(own === undefined ? [] : [own]), ...patterned];
  const isSchema = additionalProperties !== null && typeof additionalProperties === "object";
  return named.length > 0 || !isSchema ? named : [additionalProperties as Schema];
}
