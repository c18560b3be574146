import type { Reference, Schema } from "@image-apis/spec";
import { kindOf } from "../../model/schema.ts";

/** Whether a body of this media type is text of some kind, and its schema therefore a real type. */
export function isText(mediaType: string): boolean {
  return kindOf(mediaType) !== "bytes";
}

/** Whether a schema spells a file, as OpenAPI 3.0 (`format`) or as 3.1 (`contentMediaType`) does it. */
export function isBinary(schema: Schema): boolean {
  if (schema.format === "binary") return true;
  const { contentMediaType, contentEncoding } = schema;
  return (
    typeof contentMediaType === "string" &&
    !isText(contentMediaType) &&
    contentEncoding === undefined
  );
}

const typeKeywords = ["type", "enum", "const", "oneOf", "anyOf", "allOf", "properties", "$ref"];

/** Whether a schema says nothing about the kind of value. */
export function isUntyped(schema: Schema): boolean {
  return typeKeywords.every((keyword) => schema[keyword] === undefined);
}

/** Whether a schema is a string that is not said to be the text form of something. */
export function isBareString(schema: Schema): boolean {
  return schema.type === "string" && schema.contentEncoding === undefined;
}

type Node = Schema | Reference;

const mapKeywords = ["properties", "patternProperties", "$defs"];
const listKeywords = ["oneOf", "anyOf", "allOf", "prefixItems"];
const schemaKeywords = ["items", "additionalProperties", "not"];

/** A copy of a schema with every schema directly inside it replaced. */
export function mapSubschemas(
  schema: Schema,
  replace: (child: Node, keyword: string) => Node,
): Schema {
  const copy: Schema = { ...schema };
  for (const [keyword, value] of Object.entries(schema)) {
    if (value === null || typeof value !== "object") continue;
    if (mapKeywords.includes(keyword)) {
      copy[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, child]) => [name, replace(child, keyword)]),
      );
    } else if (listKeywords.includes(keyword)) {
      copy[keyword] = Object.values(value).map((child) => replace(child, keyword));
    } else if (schemaKeywords.includes(keyword)) {
      copy[keyword] = replace(value as Node, keyword);
    }
  }
  return copy;
}
