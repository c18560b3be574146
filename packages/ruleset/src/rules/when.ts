import { bodies } from "../bodies.ts";
import { isObject, objectAt } from "../json.ts";
import type { Rule } from "../rule.ts";

export const when: Rule = {
  description: "Every x-when names conditions in kebab-case, each once.",
  given: "$",
  check(document) {
    return bodies(document).flatMap(({ node, path, status }) =>
      Object.entries(objectAt(node.examples)).flatMap(([key, example]) => {
        if (!isObject(example) || !("x-when" in example)) return [];
        return faults(example["x-when"], status).map((message) => ({
          message,
          path: [...path, "examples", key, "x-when"],
        }));
      }),
    );
  },
};

function faults(value: unknown, status: string | undefined): string[] {
  if (status === undefined) return ["x-when belongs on the example of a response."];
  const names = [value].flat();
  if (names.length === 0) return ["x-when names at least one condition."];
  if (new Set(names).size < names.length) return ["x-when names a condition twice."];
  return names
    .filter((name) => typeof name !== "string" || !/^[a-z]+(-[a-z]+)*$/.test(name))
    .map((name) => `"${name}" is not the name of a condition: write words in kebab-case.`);
}
