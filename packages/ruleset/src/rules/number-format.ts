import type { Rule } from "../rule.ts";
import { hasType, schemaNodes } from "../schema-nodes.ts";

export const numberFormat: Rule = {
  description: "Every number that may have a fraction states its format, float or double.",
  given: "$",
  check(document) {
    return schemaNodes(document)
      .filter(({ schema }) => hasType(schema, "number"))
      .filter(({ schema }) => schema.format !== "float" && schema.format !== "double")
      .map(({ path }) => ({
        message:
          "Write `type: integer` for a whole number, or add `format: double` where there may be a fraction.",
        path: [...path, "type"],
      }));
  },
};
