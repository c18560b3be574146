import { type OpenApiDocument, type Operation, resolve } from "@image-apis/spec";
import type { Difference } from "../difference.ts";
import type { Validation } from "../schema/validation.ts";
import type { ReceivedAnswer } from "./answer.ts";

/** Holds the headers of an answer against those that its status documents. */
export function headerDifferences(
  document: OpenApiDocument,
  validate: Validation,
  operation: Operation,
  { status, headers }: ReceivedAnswer,
): Difference[] {
  const declared = operation.responses[String(status)]?.headers ?? {};
  return Object.entries(declared).flatMap(([name, node]) => {
    const { required = false, schema } = resolve(document, node);
    const what = `header ${name}`;
    const value = headers[name.toLowerCase()];
    if (value !== undefined) return validate(what, schema, value);
    return required ? [{ what, expected: "to be sent", received: "nothing" }] : [];
  });
}
