import {
  authorise,
  bodyFailures,
  type ContractOperation,
  Problem,
  parameterValues,
  sentence,
  type Trace,
} from "@image-apis/http-contract";
import { receiveBody } from "@image-apis/http-contract/server";
import { checkInput } from "../conditions/input-check.ts";
import type { Call } from "../operation-answer.ts";

/** Notes every rule of the document that a request breaks, while its body passes. */
export async function checkRequest(
  served: ContractOperation,
  call: Call,
  trace: Trace,
): Promise<void> {
  try {
    authorise(served, call.headers, call.query);
  } catch (error) {
    noteProblem(error, trace);
  }
  const values = parameterValues(served.operation, call.path, call.query, call.headers);
  trace.values = values;
  try {
    trace.body = await receiveBody(served.operation, call);
  } catch (error) {
    noteProblem(error, trace);
  }
  const body = trace.body ?? { kind: "none" as const };
  const failures = await checkInput(served, values, body);
  if (trace.body !== undefined) {
    failures.push(...(await bodyFailures(served.document, served.operation, body)));
  }
  trace.violations.push(...failures.map(({ violation }) => sentence(violation)));
}

function noteProblem(error: unknown, trace: Trace): void {
  if (!(error instanceof Problem)) throw error;
  trace.violations.push(error.message);
}
