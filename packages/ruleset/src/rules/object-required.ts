import type { Rule } from "../rule.ts";
import { hasType, schemaNodes } from "../schema-nodes.ts";

export const objectRequired: Rule = {
  description: "Every object schema states what it requires, even when that is nothing.",
  given: "$",
  check(document) {
    return schemaNodes(document)
      .filter(({ schema }) => hasType(schema, "object") || "properties" in schema)
      .filter(({ schema }) => !Array.isArray(schema.required))
      .map(({ path }) => ({
        message:
          "This object does not say which properties are required. Add `required`; `required: []` means none.",
        path,
      }));
  },
};
