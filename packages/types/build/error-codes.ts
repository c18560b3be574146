import { type OpenApiDocument, operations, responseExamples } from "@image-apis/spec";
import type { DocumentedErrorCode } from "../src/documented.ts";

/**
 * The vendor's codes by operation, from the `x-error-code` and `x-when` of the error examples.
 * @throws When two examples of one operation describe the same code differently.
 */
export function errorCodes(
  document: OpenApiDocument,
): Record<string, Record<number, DocumentedErrorCode>> {
  return Object.fromEntries(
    operations(document).map((operation) => {
      const codes: Record<number, DocumentedErrorCode> = {};
      for (const { status, key, example, when } of responseExamples(operation)) {
        const code = example["x-error-code"];
        if (code === undefined) continue;
        const known = codes[code];
        if (known !== undefined && (known.example !== key || known.status !== status)) {
          throw new Error(
            `${operation.operationId}: the examples "${known.example}" (${known.status}) and "${key}" (${status}) ` +
              `both say x-error-code ${code}. Describe a code once, with every condition in its x-when.`,
          );
        }
        codes[code] = { when, status, example: key, summary: example.summary ?? "" };
      }
      return [operation.operationId, codes];
    }),
  );
}
