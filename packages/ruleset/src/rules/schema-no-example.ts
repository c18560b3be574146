import type { Rule } from "../rule.ts";
import { schemaNodes } from "../schema-nodes.ts";

export const schemaNoExample: Rule = {
  description: "No schema holds an example.",
  given: "$",
  check(document) {
    return schemaNodes(document).flatMap(({ schema, path }) =>
      ["example", "examples"]
        .filter((key) => key in schema)
        .map((key) => ({
          message: `A schema holds no \`${key}\`. Put the example into a file under examples/ and refer to it where the body or the parameter is described.`,
          path: [...path, key],
        })),
    );
  },
};
