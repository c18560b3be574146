import type { IncomingMessage } from "node:http";
import { PassThrough } from "node:stream";
import { type CompiledApis, Problem, routedCall, type Trace } from "@image-apis/http-contract";
import { checkRequest } from "./request-check.ts";

/**
 * Checks a copy of a request while the original travels on, and notes what it finds. A question for the methods of a
 * path, as browsers ask it before a page's call, is of no document.
 */
export async function checkedCopy(
  apis: CompiledApis,
  request: IncomingMessage,
  trace: Trace,
): Promise<void> {
  if (request.method === "OPTIONS") {
    trace.notes.push("OPTIONS is not held against the documents.");
    return;
  }
  const copy = new PassThrough();
  copy.on("error", () => undefined);
  request.once("close", () => {
    if (!request.complete) copy.destroy();
  });
  request.pipe(copy);
  try {
    const call = routedCall(apis, request);
    trace.served = call.operation;
    await checkRequest(call, copy, trace);
  } catch (error) {
    if (error instanceof Problem) trace.violations.push(error.message);
    else if (request.complete) trace.notes.push(`The request was not checked: ${String(error)}`);
  }
  // What the check did not read must not hold up the original.
  copy.resume();
}
