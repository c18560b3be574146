import type { IncomingMessage } from "node:http";
import { type ContractOperation, Problem } from "@image-apis/http-contract";
import { readJson } from "@image-apis/http-contract/server";
import { type Fault, faultWords, parseFault } from "../faults/fault.ts";
import { maxTimes, type ScriptedFault } from "../faults/fault-script.ts";
import { isTimes } from "../faults/injected-fault.ts";

const example = '{"operationId": "savePersonImage", "fault": 503, "times": 2}';

const known = ["operationId", "api", "fault", "times"];

/**
 * Reads the body of `POST /__mock/faults`.
 *
 * @throws Problem 400 that says what is wrong with it.
 */
export async function scriptedFault(
  request: IncomingMessage,
  operations: readonly ContractOperation[],
): Promise<ScriptedFault> {
  return requireScriptedFault((await readJson(request))?.value, operations);
}

/**
 * Checks what is to become a scripted fault.
 *
 * @throws Problem 400 that says what is wrong with it.
 */
export function requireScriptedFault(
  value: unknown,
  operations: readonly ContractOperation[],
): ScriptedFault {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Problem(400, `A scripted fault is a JSON object, for example ${example}.`);
  }
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Problem(400, `A scripted fault has no ${unknown}. It has ${known.join(", ")}.`);
  }
  const { operationId, api, fault, times = 1 }: Record<string, unknown> = { ...value };
  const parsed: Fault | undefined = parseFault(String(fault));
  if (parsed === undefined) {
    throw new Problem(400, `The fault is ${JSON.stringify(fault)}. A fault is ${faultWords}.`);
  }
  if (typeof times !== "number" || !isTimes(times)) {
    throw new Problem(
      400,
      `times is ${JSON.stringify(times)}. It is a whole number of calls from 1 to ${maxTimes}.`,
    );
  }
  const served = operations.filter((it) => api === undefined || it.api === api);
  if (served.length === 0) {
    const apis = [...new Set(operations.map((it) => it.api))].join(", ");
    throw new Problem(400, `There is no API ${JSON.stringify(api)}. There are ${apis}.`);
  }
  const ids = served.map(({ operation }) => operation.operationId);
  if (operationId !== undefined && !ids.some((id) => id === operationId)) {
    throw new Problem(
      400,
      `There is no operation ${JSON.stringify(operationId)}. There are ${ids.join(", ")}.`,
    );
  }
  return {
    ...(typeof operationId === "string" && { operationId }),
    ...(typeof api === "string" && { api }),
    fault: parsed,
    times,
  };
}
