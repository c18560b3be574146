import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { Problem } from "@image-apis/http-contract";
import {
  answerToBug,
  contractListener,
  corsHeaders,
  type ListenOptions,
  readToEnd,
  sendAnswer,
} from "@image-apis/http-contract/server";
import { mockAnswerer } from "./answering/mock-answerer.ts";
import { controlAnswer, isControl, isEventStream } from "./control/control.ts";
import { ownPagesOnly } from "./control/own-pages-only.ts";
import { streamEvents } from "./inspector/events.ts";
import type { MockContext } from "./mock-context.ts";
import { prismResponder } from "./prism/prism-responder.ts";
import { prismValidator } from "./prism/prism-validator.ts";

/** Answers requests to the documented APIs, and those to the mock itself. */
export function mockListener(context: MockContext): RequestListener {
  const { documents, access, connections, journal, coverage } = context;
  const listener = contractListener({
    apis: () => documents.current,
    answerer: mockAnswerer(context),
    validator: prismValidator,
    responder: prismResponder,
    origins: access.origins,
    connections,
    observe(handled) {
      journal.add(handled);
      coverage.add(handled);
    },
  });
  return (request, response) => {
    if (isControl(request)) void answerControl(context, request, response);
    else listener(request, response);
  };
}

/** Answers what is about the mock itself: for its own pages and for programs, and not worth a line in the journal. */
export async function answerControl(
  context: MockContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  context.connections.goOn(request);
  const answer = await controlAnswer(context, request).catch((error) =>
    error instanceof Problem ? error.answer() : answerToBug(error),
  );
  if (isEventStream(request) && answer.status === 200) return streamEvents(context, response);
  await readToEnd(request);
  if (response.destroyed) return;
  sendAnswer(response, { ...answer, headers: { ...answer.headers, ...ownPagesOnly } });
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
