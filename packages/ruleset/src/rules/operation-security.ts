import { objectAt } from "../json.ts";
import { operationsPath } from "../operation-paths.ts";
import type { Rule } from "../rule.ts";

export const operationSecurity: Rule = {
  description: "Every operation states its own security, even when it needs none.",
  given: operationsPath,
  check(operation, { path }) {
    const { operationId, security } = objectAt(operation);
    if (Array.isArray(security)) return [];
    return [
      {
        message: `${operationId} does not say what it is secured with. Add \`security\`; \`security: []\` means nothing.`,
        path,
      },
    ];
  },
};
