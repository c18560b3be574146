import type { Rule } from "../rule.ts";
import { schemaNodes } from "../schema-nodes.ts";

export const schemaNoNullable: Rule = {
  description: "No schema says nullable.",
  given: "$",
  check(document) {
    return schemaNodes(document)
      .filter(({ schema }) => "nullable" in schema)
      .map(({ path }) => ({
        message:
          'OpenAPI 3.1 ignores `nullable`. Write the type as a list, for example `type: [string, "null"]`.',
        path: [...path, "nullable"],
      }));
  },
};
