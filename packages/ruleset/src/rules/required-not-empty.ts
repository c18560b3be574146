import { follow, isObject, list, objectAt, type Path } from "../json.ts";
import type { Finding, Rule } from "../rule.ts";
import { hasType } from "../schema-nodes.ts";

export const requiredNotEmpty: Rule = {
  description: "Every required text or list of a parameter holds at least one character or item.",
  given: "$",
  check(document) {
    return parameters(document).flatMap(({ node, path }) => {
      const { node: schema, path: at } = follow(document, node.schema, [...path, "schema"]);
      if (node.required !== true || Array.isArray(schema.enum)) return [];
      return bounds
        .filter(({ type, keyword }) => hasType(schema, type) && schema[keyword] !== 1)
        .map(
          ({ keyword }): Finding => ({
            message: `"${node.name}" is required, and a required value is not empty: add \`${keyword}: 1\`.`,
            path: at,
          }),
        );
    });
  },
};

const bounds = [
  { type: "string", keyword: "minLength" },
  { type: "array", keyword: "minItems" },
] as const;

/** Every parameter where it is written: as a component, of a path, of an operation. */
function parameters(document: unknown): { node: Record<string, unknown>; path: Path }[] {
  const found: { node: unknown; path: Path }[] = [];
  for (const [name, node] of Object.entries(objectAt(document, "components", "parameters"))) {
    found.push({ node, path: ["components", "parameters", name] });
  }
  const inside = (holder: unknown, path: Path): void => {
    list(objectAt(holder).parameters).forEach((node, index) => {
      found.push({ node, path: [...path, "parameters", index] });
    });
  };
  for (const [path, item] of Object.entries(objectAt(document, "paths"))) {
    inside(item, ["paths", path]);
    for (const [method, operation] of Object.entries(objectAt(item))) {
      if (isObject(operation)) inside(operation, ["paths", path, method]);
    }
  }
  return found.flatMap(({ node, path }) =>
    isObject(node) && !("$ref" in node) ? [{ node, path }] : [],
  );
}
