import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Answer } from "./answer.ts";
import { callAnswer } from "./call-answer.ts";
import { controlAnswer, isControl, isEventStream } from "./control.ts";
import { corsHeaders, isPreflight, preflightHeaders } from "./cors.ts";
import { holdBack, sendBroken } from "./faults/broken-answer.ts";
import type { BrokenConnection } from "./faults/fault.ts";
import { streamEvents } from "./inspector/events.ts";
import type { Dealt } from "./journal/entry.ts";
import { Problem } from "./problem.ts";
import { newTrace } from "./trace.ts";
import type { Workings } from "./workings.ts";

/** Answers requests; whatever a request brings, it gets one answer and its connection stays usable. */
export function mockListener(workings: Workings): RequestListener {
  return async (request, response) => {
    if (isEventStream(request)) return streamEvents(workings, response);

    const isOwn = isPreflight(request) || isControl(request);
    const { answer, fault } = isOwn
      ? { answer: await ownAnswer(workings, request), fault: undefined }
      : await noted(workings, request, response);
    await readToEnd(request);
    if (answer === undefined || response.destroyed) return;
    if (fault !== undefined) return sendBroken(response, answer, fault);
    try {
      send(request, response, answer);
    } catch (error) {
      // Nothing was written yet: a header of the answer is not one that HTTP allows.
      send(request, response, answerToBug(error));
    }
  };
}

/** Answers what is not about an API and not worth a line in the journal. */
async function ownAnswer(workings: Workings, request: IncomingMessage): Promise<Answer> {
  if (isPreflight(request)) {
    return { status: 204, headers: preflightHeaders(request), body: undefined };
  }
  try {
    return await controlAnswer(workings, request);
  } catch (error) {
    return error instanceof Problem ? error.answer() : answerToBug(error);
  }
}

/** Answers a call and writes down how; `undefined` where the client went away. */
async function noted(
  workings: Workings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<{ answer: Answer | undefined; fault: BrokenConnection | undefined }> {
  const at = new Date();
  const start = performance.now();
  const trace = newTrace();
  const dealt: Pick<Dealt, "answer" | "verdict"> = { answer: undefined };
  try {
    dealt.answer = await callAnswer(workings, request, trace);
  } catch (error) {
    if (error instanceof Problem) {
      trace.why = error.message;
      if (trace.violations.length === 0) trace.violations.push(error.message);
      dealt.answer = error.answer();
    } else if (!response.destroyed) {
      trace.why = "The mock failed; its terminal says why.";
      dealt.verdict = "failed";
      dealt.answer = answerToBug(error);
    }
  }
  await readToEnd(request);
  const { delay = 0, fault } = trace.disturbance ?? {};
  await holdBack(response, delay);
  if (response.destroyed) {
    trace.why = "The client went away before its answer.";
    Object.assign(dealt, { answer: undefined, verdict: "aborted" });
  }
  const whole: Dealt = { request, trace, ...dealt, at, milliseconds: performance.now() - start };
  workings.journal.add(whole);
  workings.coverage.add(whole);
  return { answer: dealt.answer, fault: typeof fault === "string" ? fault : undefined };
}

function answerToBug(error: unknown): Answer {
  console.error(error);
  return new Problem(500, "The mock failed; its terminal says why. This is a bug.").answer();
}

/** An answer before the end of the request would reach many clients as a broken connection. */
function readToEnd(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    request.once("end", resolve);
    request.once("close", resolve);
    request.resume();
  });
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, headers, body } = answer;
  const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length, ...corsHeaders(request, headers) });
  response.end(body);
}
