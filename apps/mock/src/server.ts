import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type Answer, type HandledRequest, newTrace, Problem } from "@image-apis/http-contract";
import {
  answerToBug,
  corsHeaders,
  isPreflight,
  type ListenOptions,
  preflightHeaders,
  sendAnswer,
} from "@image-apis/http-contract/server";
import { callAnswer, injectedFaults } from "./call-answer.ts";
import { controlAnswer, isControl, isEventStream } from "./control.ts";
import { holdBack, sendBroken } from "./faults/broken-answer.ts";
import type { BrokenConnection } from "./faults/fault.ts";
import { streamEvents } from "./inspector/events.ts";
import type { MockContext } from "./mock-context.ts";
import { ownPagesOnly } from "./own-pages-only.ts";

/** Answers requests; whatever a request brings, it gets one answer and its connection stays usable. */
export function mockListener(context: MockContext): RequestListener {
  return async (request, response) => {
    if (isControl(request)) return answerControl(context, request, response);
    const cors = (answer: Answer) => ({
      ...answer,
      headers: {
        ...answer.headers,
        ...corsHeaders(request, answer.headers, context.access.origins),
      },
    });
    if (isPreflight(request)) {
      await readToEnd(request);
      return sendAnswer(
        response,
        cors({ status: 204, headers: preflightHeaders(request), body: undefined }),
      );
    }
    const { answer, fault } = await noted(context, request, response, cors);
    if (answer === undefined || response.destroyed) return;
    if (fault !== undefined) return sendBroken(response, answer, fault);
    sendAnswer(response, answer);
  };
}

/** Answers what is about the mock itself: for its own pages and for programs, and not worth a line in the journal. */
async function answerControl(
  context: MockContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await controlAnswer(context, request).catch((error) =>
    error instanceof Problem ? error.answer() : answerToBug(error),
  );
  if (isEventStream(request) && answer.status === 200) return streamEvents(context, response);
  await readToEnd(request);
  if (response.destroyed) return;
  sendAnswer(response, { ...answer, headers: { ...answer.headers, ...ownPagesOnly } });
}

/** Answers a call and writes down how; `undefined` where the client went away, or has its answer already. */
async function noted(
  context: MockContext,
  request: IncomingMessage,
  response: ServerResponse,
  cors: (answer: Answer) => Answer,
): Promise<{ answer: Answer | undefined; fault: BrokenConnection | undefined }> {
  const at = new Date();
  const start = performance.now();
  const trace = newTrace();
  const handled: Pick<HandledRequest, "answer" | "verdict"> = { answer: undefined };
  try {
    handled.answer = cors(await callAnswer(context, request, trace));
  } catch (error) {
    if (error instanceof Problem) {
      trace.why = error.message;
      if (trace.violations.length === 0) trace.violations.push(error.message);
      handled.answer = cors(error.answer());
    } else if (!response.destroyed) {
      trace.why = "The mock failed; its terminal says why.";
      handled.verdict = "failed";
      handled.answer = cors(answerToBug(error));
    }
  }
  await readToEnd(request);
  const { delay = 0, fault } = injectedFaults.get(trace) ?? {};
  const broken = typeof fault === "string" ? fault : undefined;
  const isSent = await holdBack(response, delay, () =>
    broken === undefined && context.connections.isOnlyOne(response) ? handled.answer : undefined,
  );
  if (response.destroyed && !isSent) {
    trace.why = "The client went away before its answer.";
    Object.assign(handled, { answer: undefined, verdict: "aborted" });
  }
  const whole: HandledRequest = {
    request,
    trace,
    ...handled,
    at,
    milliseconds: performance.now() - start,
  };
  context.journal.add(context.connections.asEnded(whole));
  context.coverage.add(whole);
  return { answer: isSent ? undefined : handled.answer, fault: broken };
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

/** What becomes of requests that HTTP does not allow: those of the API are lines of the journal, and pages may read why. */
export function refusalOptions({
  journal,
  access,
  connections,
}: MockContext): Pick<ListenOptions, "connections" | "observe" | "extraHeaders"> {
  return {
    connections,
    observe(handled) {
      if (!isControl(handled.request)) journal.add(handled);
    },
    extraHeaders: (request, headers) =>
      isControl(request) ? {} : corsHeaders(request, headers, access.origins),
  };
}
