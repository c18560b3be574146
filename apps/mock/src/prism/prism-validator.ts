import {
  type ContractOperation,
  expandedPath,
  type Failure,
  inputFailures,
  type ParameterValues,
  schemaViolations,
  type Validator,
} from "@image-apis/http-contract";
import type { Json } from "@image-apis/spec";
import { prism } from "./engine.ts";
import { mockOperation } from "./mock-operation.ts";

/** Values can be anything, so there must be an end to what is remembered. */
const most = 200;
const remembered = new WeakMap<ContractOperation, Map<string, readonly Failure[]>>();

/** Holds requests against the documents as Prism does. */
export const prismValidator: Validator = {
  parameters: checkedParameters,
  async json(served, values, media, value) {
    // Prism takes `null`, `false`, `0` and `""` for a body that is not there.
    if (!value) return emptyBodyFailures(served, media, value);
    const { document, operation } = served;
    const violations = await prism.violationsOf(mockOperation(served).prism, {
      path: expandedPath(operation, values.path),
      query: values.query,
      headers: { ...values.headers, "content-type": media },
      body: value,
    });
    return inputFailures(document, operation, values, violations).filter(
      ({ violation }) => violation.in === "body",
    );
  },
};

/**
 * The result follows from the values alone, so that of values that came before is known: Prism's check is the most
 * expensive part of a small call.
 */
async function checkedParameters(
  served: ContractOperation,
  values: ParameterValues,
): Promise<readonly Failure[]> {
  const known = remembered.get(served) ?? new Map<string, readonly Failure[]>();
  remembered.set(served, known);
  const key = JSON.stringify(values);
  const found = known.get(key);
  if (found !== undefined) return found;
  const { document, operation } = served;
  const { prismWithoutBody } = mockOperation(served);
  const { query, headers } = values;
  const path = expandedPath(operation, values.path);
  const violations = await prism.violationsOf(prismWithoutBody, { path, query, headers });
  const failures = inputFailures(document, operation, values, violations);
  // A long text is not worth its room.
  if (known.size >= most) known.clear();
  if (key.length < 2000) known.set(key, failures);
  return failures;
}

function emptyBodyFailures(
  { document, operation }: ContractOperation,
  media: string,
  value: unknown,
): Failure[] {
  const documented = operation.requestBody?.content[media];
  if (schemaViolations(document, documented, value as Json).length === 0) return [];
  const reason = `is ${JSON.stringify(value)}, which does not fit its schema`;
  return [{ conditions: [], status: 400, violation: { in: "body", name: "", reason } }];
}
