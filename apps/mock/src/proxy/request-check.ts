import type { Readable } from "node:stream";
import {
  bodyFailures,
  Problem,
  parameterValues,
  type RoutedCall,
  requireCredentials,
  sentence,
  type Trace,
} from "@image-apis/http-contract";
import { readBody } from "@image-apis/http-contract/server";
import { prismValidator } from "../prism/prism-validator.ts";

/** Notes every rule of the document that a request breaks, while its body passes. */
export async function checkRequest(
  call: RoutedCall,
  stream: Readable,
  trace: Trace,
): Promise<void> {
  const { operation, headers } = call;
  try {
    requireCredentials(call);
  } catch (error) {
    noteProblem(error, trace);
  }
  const values = parameterValues(operation.operation, call.path, call.query, headers);
  trace.values = values;
  try {
    trace.body = await readBody(operation, { headers, stream });
  } catch (error) {
    noteProblem(error, trace);
  }
  const { body } = trace;
  const failures = [...(await prismValidator.parameters(operation, values))];
  if (body?.kind === "json") {
    failures.push(...(await prismValidator.json(operation, values, body.media, body.value)));
  }
  if (body !== undefined) failures.push(...(await bodyFailures(operation, body)));
  trace.violations.push(...failures.map(({ violation }) => sentence(violation)));
}

function noteProblem(error: unknown, trace: Trace): void {
  if (!(error instanceof Problem)) throw error;
  trace.violations.push(error.message);
}
