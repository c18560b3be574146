import { pointerTokens } from "@image-apis/spec";
import { inputFailures } from "../conditions/parameter-failures.ts";
import { parameterViolations } from "./parameter-schema.ts";
import { schemaFaults } from "./schema-check.ts";
import type { Validator } from "./validator.ts";

/** Validates by JSON Schema, without a mock's engine. */
export function ajvValidator(): Validator {
  return {
    async parameters({ document, operation }, values) {
      const violations = operation.parameters.flatMap((it) =>
        parameterViolations(document, it, values),
      );
      return inputFailures(document, operation, values, violations);
    },
    async json({ document, operation }, values, media, value) {
      const { schema } = operation.requestBody?.content[media] ?? {};
      const faults = schema === undefined ? [] : schemaFaults(document, schema, value);
      const violations = faults.map(({ pointer, message }) => ({
        path: ["body", ...pointerTokens(pointer)],
        message,
      }));
      return inputFailures(document, operation, values, violations).filter(
        ({ violation }) => violation.in === "body",
      );
    },
  };
}
