import { type Operation, type ResponseExample, responseExamples } from "@image-apis/spec";
import type { DispatchTable } from "../dispatch.ts";
import { type DocumentedResponse, isSameResponse } from "../documented-response.ts";
import { bodyConditions, isBodyCondition } from "./body-conditions.ts";
import { conditionsOfParameters } from "./parameter-conditions.ts";

/** By the name of `x-when`, the response that answers it. */
export type ConditionTable = ReadonlyMap<string, DocumentedResponse>;

/**
 * Collects the conditions that an operation's examples name.
 *
 * @throws Error for a name that no rule of the mock can find and no exchange shows.
 */
export function conditionTable(
  api: string,
  operation: Operation,
  dispatch: DispatchTable,
): ConditionTable {
  const ofParameters = conditionsOfParameters(operation);
  const table = new Map<string, DocumentedResponse>();
  for (const example of responseExamples(operation)) {
    for (const name of example.when) {
      const isKnown =
        isBodyCondition(name) || ofParameters.includes(name) || isDispatched(dispatch, example);
      if (!isKnown) throw new Error(unknownCondition(api, operation, example, name));
      if (!table.has(name)) table.set(name, { status: example.status, example: example.key });
    }
  }
  return table;
}

function isDispatched(dispatch: DispatchTable, { status, key }: ResponseExample): boolean {
  return [...dispatch.values()].some((it) => isSameResponse(it, { status, example: key }));
}

function unknownCondition(
  api: string,
  operation: Operation,
  example: ResponseExample,
  name: string,
): string {
  return [
    `${api}: the example ${example.key} of ${operation.operationId} has "x-when: ${name}", which the mock does not know.`,
    `It measures ${bodyConditions.join(", ")}; it checks ${conditionsOfParameters(operation).join(", ") || "no parameter"};`,
    "any other condition needs an exchange that answers with this example and has a path or query value of its own.",
  ].join(" ");
}
