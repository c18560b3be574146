import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { HandledRequest } from "../call/handled-request.ts";
import { newTrace } from "../call/trace.ts";
import type { Problem } from "../problem/problem.ts";
import type { Connections } from "./connections.ts";
import { sendAnswer } from "./send-answer.ts";

/** What a server wants to do about requests that HTTP does not allow. */
export interface RefusalOptions {
  /** Shared with a listener that asks what is under way; the server's own by default. */
  connections?: Connections;
  /** Told of each request that is refused before a listener sees it. */
  observe?(handled: HandledRequest): void;
  /** Headers beside those of the refusal, such as those of CORS. */
  extraHeaders?(request: IncomingMessage, headers: OutgoingHttpHeaders): OutgoingHttpHeaders;
}

/** Answers a request that HTTP does not allow. */
export function sendRefusal(
  options: RefusalOptions,
  request: IncomingMessage,
  response: ServerResponse,
  problem: Problem,
): void {
  observeRefusal(options, request, problem);
  const answer = problem.answer();
  const extra = options.extraHeaders?.(request, answer.headers);
  // A client that still holds its body back could send it, or not: only the end of the connection is clear.
  const end = options.connections?.isHeldBack(request) ? { Connection: "close" } : {};
  // A body that comes all the same is read and thrown away.
  request.resume();
  sendAnswer(response, { ...answer, headers: { ...answer.headers, ...extra, ...end } });
}

/** Tells of a request that HTTP does not allow. */
export function observeRefusal(
  { observe }: RefusalOptions,
  request: IncomingMessage,
  problem: Problem,
): void {
  const trace = newTrace();
  trace.why = problem.message;
  trace.violations.push(problem.message);
  const answer = problem.answer();
  observe?.({ request, trace, answer, verdict: "malformed", at: new Date(), milliseconds: 0 });
}
