import type { Validation } from "@image-apis/conformance/judging";
import { compare, type Difference } from "@image-apis/conformance/judging";
import {
  type OpenApiDocument,
  type Operation,
  operations,
  type Refusal,
  wireRequest,
} from "@image-apis/spec";
import { bodyViolations } from "./body.ts";
import { parameterViolations } from "./parameters.ts";
import { securityDifferences } from "./security.ts";

/** Holds the rules of the document that a refusal's request breaks against those it says it breaks. */
export async function brokenRules(
  document: OpenApiDocument,
  validate: Validation,
  operation: Operation,
  refusal: Refusal,
): Promise<Difference[]> {
  const { body } = wireRequest(document, operation, refusal);
  const broken: Difference[] = [
    ...methodDifferences(document, operation, refusal),
    ...securityDifferences(operation, refusal),
    ...parameterViolations(validate, operation, refusal),
    ...(await bodyViolations(document, validate, operation.requestBody, body)),
  ];
  const names = [...new Set(broken.map(({ what }) => what))];
  return compare("broken rules", refusal.breaks.toSorted(), names.sort());
}

function methodDifferences(
  document: OpenApiDocument,
  { path, method: own }: Operation,
  { request: { method = own } }: Refusal,
): Difference[] {
  const declared = operations(document)
    .filter((it) => it.path === path)
    .map((it) => it.method as string);
  if (declared.includes(method)) return [];
  return [{ what: "method", expected: `one of: ${declared.join(", ")}`, received: method }];
}
