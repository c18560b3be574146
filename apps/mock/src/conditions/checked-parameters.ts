import {
  type ContractOperation,
  expandedPath,
  type Failure,
  inputFailures,
  type ParameterValues,
} from "@image-apis/http-contract";
import { mockOperation } from "../mock-operation.ts";
import { violationsOf } from "../prism.ts";

/** Values can be anything, so there must be an end to what is remembered. */
const most = 200;
const remembered = new WeakMap<ContractOperation, Map<string, readonly Failure[]>>();

/**
 * Holds the parameters of a request without JSON against their schemas. The result follows from their values alone, so
 * that of values that came before is known: Prism's check is the most expensive part of a small call.
 */
export async function checkedParameters(
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
  const violations = await violationsOf(prismWithoutBody, { path, query, headers });
  const failures = inputFailures(document, operation, values, violations);
  // A long text is not worth its room.
  if (known.size >= most) known.clear();
  if (key.length < 2000) known.set(key, failures);
  return failures;
}
