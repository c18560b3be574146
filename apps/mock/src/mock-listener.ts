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
import { controlResponse, isControl, isEventStream } from "./control/control.ts";
import { requireControlAccess } from "./control/control-access.ts";
import { ownPagesOnly } from "./control/own-pages-only.ts";
import { streamEvents } from "./inspector/events.ts";
import type { MockContext } from "./mock-context.ts";
import { prismResponder } from "./prism/prism-responder.ts";
import { prismValidator } from "./prism/prism-validator.ts";
import { controlledWorld } from "./worlds/controlled-world.ts";
import { inWorlds } from "./worlds/in-worlds.ts";

/** Answers requests to the documented APIs, each in its world, and those to the mock itself. */
export function mockListener(context: MockContext): RequestListener {
  const listener = inWorlds(context, apiListener, refusalOptions(context));
  return (request, response) => {
    if (isControl(request)) void respondToControl(context, request, response);
    else listener(request, response);
  };
}

/** Answers requests to the documented APIs in one world. */
function apiListener(world: MockContext): RequestListener {
  const { documents, access, connections, journal, coverage } = world;
  return contractListener({
    apis: () => documents.current,
    answerer: mockAnswerer(world),
    validator: prismValidator,
    responder: prismResponder,
    origins: access.origins,
    connections,
    observe(handled) {
      journal.add(handled);
      coverage.add(handled);
    },
  });
}

/** Answers what is about the mock itself: for its own pages and for programs, and not worth a line in the journal. */
export async function respondToControl(
  context: MockContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  context.connections.goOn(request);
  let world = context;
  let done = () => {};
  const answer = await (async () => {
    requireControlAccess(context.access, request);
    ({ world, done } = await controlledWorld(context, request));
    return controlResponse(world, request);
  })().catch((error) => (error instanceof Problem ? error.answer() : answerToBug(error)));
  if (isEventStream(request) && answer.status === 200) {
    done();
    return streamEvents(world, response);
  }
  await readToEnd(request);
  done();
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
