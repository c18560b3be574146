import type { Rule } from "../rule.ts";
import { schemaNodes } from "../schema-nodes.ts";

export const objectOpen: Rule = {
  description: "No schema forbids properties that it does not name.",
  given: "$",
  check(document) {
    return schemaNodes(document).flatMap(({ schema, path }) =>
      ["additionalProperties", "unevaluatedProperties"]
        .filter((keyword) => schema[keyword] === false)
        .map((keyword) => ({
          message: `A property the vendor adds would break every client. Delete \`${keyword}: false\`.`,
          path: [...path, keyword],
        })),
    );
  },
};
