import { follow, isObject, type JsonObject } from "../json.ts";
import type { Rule } from "../rule.ts";
import { hasType, isBinary, schemaNodes } from "../schema-nodes.ts";
import { limitKeys } from "../vocabulary.ts";

const known: readonly string[] = limitKeys;

export const limits: Rule = {
  description: "Every x-limits is well-formed, stands on a file and agrees with its schema.",
  given: "$",
  check(document) {
    return schemaNodes(document)
      .filter(({ schema }) => "x-limits" in schema)
      .flatMap(({ schema, path }) => {
        const items = follow(document, schema.items, [...path, "items"]).node;
        return faults(schema, items).map((message) => ({ message, path: [...path, "x-limits"] }));
      });
  },
};

function faults(schema: JsonObject, items: JsonObject): string[] {
  const value = schema["x-limits"];
  if (!isObject(value) || Object.keys(value).length === 0) {
    return [`x-limits is an object with at least one of ${known.join(", ")}.`];
  }
  const repeated = hasType(schema, "array") && isBinary(items);
  if (!repeated && !isBinary(schema)) {
    return ["x-limits stands on a file: on a binary schema, or on an array of them."];
  }
  return [
    ...Object.keys(value)
      .filter((key) => !known.includes(key))
      .map((key) => `"${key}" is not a limit. Known: ${known.join(", ")}.`),
    ...["minBytes", "maxBytes", "minFiles", "maxFiles"]
      .filter((key) => key in value && !isCount(value[key]))
      .map((key) => `${key} is a whole number from 0.`),
    ...["Bytes", "Files"]
      .filter((unit) => Number(value[`min${unit}`]) > Number(value[`max${unit}`]))
      .map((unit) => `min${unit} is greater than max${unit}.`),
    ...("mediaTypes" in value && !isMediaRanges(value.mediaTypes)
      ? ["mediaTypes is a list of media types or ranges like image/*, each once."]
      : []),
    ...["min", "max"]
      .filter((end) => `${end}Files` in value)
      .filter((end) => value[`${end}Files`] !== (repeated ? schema[`${end}Items`] : 1))
      .map((end) =>
        repeated
          ? `${end}Files and ${end}Items disagree.`
          : `${end}Files of a part that is not repeated is 1.`,
      ),
  ];
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isMediaRanges(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every((item) => /^[a-z]+\/(?:\*|[a-z0-9][a-z0-9.+-]*)$/.test(String(item)))
  );
}
