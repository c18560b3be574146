import type { Path } from "../json.ts";
import type { Rule } from "../rule.ts";
import { schemaNodes } from "../schema-nodes.ts";

/** With one of these a schema says by other schemas, or by values, what a value is. */
const elsewhere = ["$ref", "allOf", "anyOf", "oneOf", "const", "enum"];

export const parameterType: Rule = {
  description: "Every parameter and every header states its type.",
  given: "$",
  check(document) {
    return schemaNodes(document)
      .filter(({ path }) => isTravelling(path))
      .filter(({ schema }) => !("type" in schema))
      .filter(({ schema }) => !elsewhere.some((keyword) => keyword in schema))
      .map(({ path }) => ({
        message:
          "Any value passes here. Add `type`: everything travels as text, and has to be read.",
        path,
      }));
  },
};

function isTravelling(path: Path): boolean {
  const holder = path.slice(0, path.indexOf("schema"));
  return holder.includes("parameters") || holder.includes("headers");
}
