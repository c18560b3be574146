import { objectAt } from "../json.ts";
import { operationsPath } from "../operation-paths.ts";
import type { Rule } from "../rule.ts";

export const operationErrors: Rule = {
  description: "Every operation declares at least one 4xx response.",
  given: operationsPath,
  check(operation, { path }) {
    const { operationId, responses } = objectAt(operation);
    if (Object.keys(objectAt(responses)).some((status) => status.startsWith("4"))) return [];
    return [
      {
        message: `${operationId} declares no 4xx response. Say how it refuses a request.`,
        path: [...path, "responses"],
      },
    ];
  },
};
