import type { JsonObject } from "../json.ts";
import { objectAt } from "../json.ts";
import type { Finding, Rule } from "../rule.ts";
import { hasType, schemaNodes } from "../schema-nodes.ts";

export const objectOpen: Rule = {
  description:
    "No schema forbids properties that it does not name, and one that leaves some out says that it is open.",
  given: "$",
  check(document) {
    return schemaNodes(document).flatMap(({ schema, path }): Finding[] => {
      const closed = ["additionalProperties", "unevaluatedProperties"]
        .filter((keyword) => schema[keyword] === false)
        .map((keyword) => ({
          message: `A property the vendor adds would break every client. Delete \`${keyword}: false\`.`,
          path: [...path, keyword],
        }));
      if (closed.length > 0 || !leavesOut(schema) || "additionalProperties" in schema)
        return closed;
      return [
        {
          message:
            "This object has more properties than are named here. Add `additionalProperties: true`.",
          path,
        },
      ];
    });
  },
};

/** An object that names no property, or says in its text that it does not name them all. */
function leavesOut(schema: JsonObject): boolean {
  if (!hasType(schema, "object") || "allOf" in schema) return false;
  if (Object.keys(objectAt(schema.properties)).length === 0) return true;
  const text = String(schema.description ?? "").replace(/\s+/g, " ");
  return /\b(only (?:what|those|the) [^.]*\b(?:is|are) described|holds (?:much )?more|(?:other|further|more) (?:fields|properties)|(?:is|are) left out)\b/i.test(
    text,
  );
}
