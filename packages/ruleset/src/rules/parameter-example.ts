import { fileExampleFaults } from "../file-examples.ts";
import { isObject, type JsonObject } from "../json.ts";
import { fileOperationsPath } from "../operation-paths.ts";
import type { Rule } from "../rule.ts";

export const parameterExample: Rule = {
  description: "Every parameter and every header has an example from a file.",
  given: [
    "$",
    "$.parameters[*]",
    "$.headers[*]",
    `${fileOperationsPath}.parameters[*]`,
    `${fileOperationsPath}.responses[*].headers[*]`,
  ],
  check(node, { path }) {
    if (!isObject(node) || "$ref" in node) return [];
    if (path.length === 0 && !isParameter(node) && !isHeader(node)) return [];
    const what = isParameter(node) ? `The parameter ${node.name}` : "This header";
    return fileExampleFaults(node, path, what);
  },
};

/** The root of a file that is one parameter; a security scheme has a `type` as well. */
function isParameter(node: JsonObject): boolean {
  return "name" in node && "in" in node && !("type" in node);
}

/** The root of a file that is one header: nothing else has a schema at its root. */
function isHeader(node: JsonObject): boolean {
  return "schema" in node;
}
