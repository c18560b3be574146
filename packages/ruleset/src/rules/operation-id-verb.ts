import { objectAt } from "../json.ts";
import type { Rule } from "../rule.ts";

/** The verbs an operationId may start with, by method. */
const verbs: Record<string, string[]> = {
  get: ["get", "list", "find"],
  head: ["check"],
  post: ["add", "create", "generate", "upload", "send"],
  put: ["save", "replace", "set"],
  patch: ["update"],
  delete: ["delete", "remove"],
};

export const operationIdVerb: Rule = {
  description: "Every operationId starts with a verb that fits its method.",
  given: `$.paths[*][${Object.keys(verbs)}]`,
  check(operation, { path }) {
    const method = String(path.at(-1));
    const allowed = verbs[method] ?? [];
    const { operationId } = objectAt(operation);
    const fits = new RegExp(`^(?:${allowed.join("|")})[A-Z][A-Za-z0-9]*$`);
    if (typeof operationId === "string" && fits.test(operationId)) return [];
    return [
      {
        message: `The operationId of a ${method.toUpperCase()} is ${allowed.join(", ").replace(/, (\w+)$/, " or $1")} followed by a noun in camelCase, not "${operationId}".`,
        path: [...path, "operationId"],
      },
    ];
  },
};
