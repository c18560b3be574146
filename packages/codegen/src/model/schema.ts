import { essence, isJson, isXml } from "@image-apis/http-contract";
import { type OpenApiDocument, type Reference, resolve, type Schema } from "@image-apis/spec";
import type { Check, ContentKind } from "./model.ts";

/** The name of the component that a reference names, in `components/<kind>`. */
export function componentOf(node: object | undefined, kind: string): string | undefined {
  const prefix = `#/components/${kind}/`;
  const { $ref } = (node ?? {}) as Partial<Reference>;
  return typeof $ref === "string" && $ref.startsWith(prefix)
    ? $ref.slice(prefix.length)
    : undefined;
}

/** A schema with its reference followed and what stands beside the reference laid over it. */
export function wholeSchema(document: OpenApiDocument, node: Schema | Reference): Schema {
  const { $ref, ...beside } = node as Schema & Partial<Reference>;
  return $ref === undefined ? (node as Schema) : { ...resolve<Schema>(document, node), ...beside };
}

/** The one type of a schema beside null; undefined where it has none or several. */
export function typeOf(schema: Schema): string | undefined {
  const types = [schema.type ?? []].flat().filter((it) => it !== "null");
  if (types.length === 1) return types[0];
  return types.length === 0 && schema.properties !== undefined ? "object" : undefined;
}

/** The properties of an object, those of its `allOf` among them; undefined for a schema that is not a single object. */
export function propertiesOf(
  document: OpenApiDocument,
  schema: Schema,
): { properties: Record<string, Schema | Reference>; required: string[] } | undefined {
  if (schema.oneOf !== undefined || schema.anyOf !== undefined) return undefined;
  const parts = ((schema.allOf ?? []) as (Schema | Reference)[]).map((it) =>
    propertiesOf(document, wholeSchema(document, it)),
  );
  if (parts.includes(undefined)) return undefined;
  if (typeOf(schema) !== "object" && (schema.type !== undefined || parts.length === 0))
    return undefined;
  const all = [...parts, schema];
  const properties = Object.assign({}, ...all.map((it) => it?.properties ?? {}));
  // An object without properties is a map of anything.
  if (Object.keys(properties).length === 0) return undefined;
  return { properties, required: all.flatMap((it) => it?.required ?? []) };
}

/** Whether a form's part with this schema is a file. A part without a type is one, by the rules of OpenAPI 3.1. */
export function isFile(schema: Schema): boolean {
  if (schema.format === "binary") return true;
  if (schema.contentEncoding !== undefined) return false;
  if (typeof schema.contentMediaType === "string")
    return kindOf(schema.contentMediaType) === "bytes";
  const kinds = ["type", "enum", "const", "oneOf", "anyOf", "allOf", "properties"];
  return kinds.every((keyword) => schema[keyword] === undefined);
}

/** What is checked of a value before it is sent. */
export function checkOf(
  document: OpenApiDocument,
  schema: Schema,
  place: string,
  required: boolean,
): Check | undefined {
  const type = typeOf(schema);
  if (type === "array") {
    return checkOf(document, wholeSchema(document, schema.items ?? {}), place, true);
  }
  if (type === "integer") {
    if (schema.format === "int64") return "int64";
    if (schema.format !== "int32") return undefined;
    return isIndex(schema) ? "index" : "int32";
  }
  if (type !== "string") return undefined;
  return place === "path" ? "segment" : required ? "text" : undefined;
}

const isIndex = ({ minimum }: Schema) => minimum === 0;

/** What kind of body a media type is. */
export function kindOf(mediaType: string): ContentKind {
  const type = essence(mediaType);
  if (/^multipart\//.test(type)) return "multipart";
  if (type === "application/x-www-form-urlencoded") return "urlencoded";
  if (isJson(type)) return "json";
  if (isXml(type)) return "xml";
  return type.startsWith("text/") ? "text" : "bytes";
}
