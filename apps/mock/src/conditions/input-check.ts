import {
  type ContractOperation,
  expandedPath,
  type Failure,
  inputFailures,
  type ParameterValues,
  type ReceivedBody,
  schemaViolations,
} from "@image-apis/http-contract";
import type { Json } from "@image-apis/spec";
import { mockOperation } from "../mock-operation.ts";
import { violationsOf } from "../prism.ts";
import { checkedParameters } from "./checked-parameters.ts";

/** Holds the parameters, and a JSON body, against their schemas. */
export async function checkInput(
  served: ContractOperation,
  values: ParameterValues,
  body: ReceivedBody,
): Promise<Failure[]> {
  if (body.kind !== "json") return [...(await checkedParameters(served, values))];
  // Prism takes `null`, `false`, `0` and `""` for a body that is not there.
  if (!body.value) {
    return [...(await checkedParameters(served, values)), ...emptyBodyFailures(served, body)];
  }
  const { document, operation } = served;
  const { prism } = mockOperation(served);
  const violations = await violationsOf(prism, {
    path: expandedPath(operation, values.path),
    query: values.query,
    headers: { ...values.headers, "content-type": body.media },
    body: body.value,
  });
  return inputFailures(document, operation, values, violations);
}

function emptyBodyFailures(
  { document, operation }: ContractOperation,
  { media, value }: Extract<ReceivedBody, { kind: "json" }>,
): Failure[] {
  const documented = operation.requestBody?.content[media];
  if (schemaViolations(document, documented, value as Json).length === 0) return [];
  const reason = `is ${JSON.stringify(value)}, which does not fit its schema`;
  return [{ conditions: [], status: 400, violation: { in: "body", name: "", reason } }];
}
