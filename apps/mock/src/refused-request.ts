import type { IncomingMessage, ServerResponse } from "node:http";
import { isControl } from "./control.ts";
import { corsHeaders } from "./cors.ts";
import type { Problem } from "./problem.ts";
import { sendAnswer } from "./send-answer.ts";
import { newTrace } from "./trace.ts";
import type { Workings } from "./workings.ts";

/** Answers a request that HTTP does not allow, and writes it down. */
export function sendRefusal(
  workings: Workings,
  request: IncomingMessage,
  response: ServerResponse,
  problem: Problem,
): void {
  if (!isControl(request)) noteRefusal(workings, request, problem);
  const answer = problem.answer();
  const cors = isControl(request)
    ? {}
    : corsHeaders(request, answer.headers, workings.access.origins);
  // A body that comes all the same is read and thrown away.
  request.resume();
  sendAnswer(response, { ...answer, headers: { ...answer.headers, ...cors } });
}

/** Writes down a request that HTTP does not allow. */
export function noteRefusal(
  { journal }: Workings,
  request: IncomingMessage,
  problem: Problem,
): void {
  const trace = newTrace();
  trace.why = problem.message;
  trace.violations.push(problem.message);
  const answer = problem.answer();
  journal.add({ request, trace, answer, verdict: "malformed", at: new Date(), milliseconds: 0 });
}
