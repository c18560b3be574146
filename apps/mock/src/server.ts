import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { HttpMethod } from "@image-apis/spec";
import type { Answer } from "./answer.ts";
import { controlAnswer, controlSegment } from "./control.ts";
import { corsHeaders, isPreflight, preflightHeaders } from "./cors.ts";
import { operationAnswer } from "./operation-answer.ts";
import { Problem } from "./problem.ts";
import type { RouteMatch, RouteTable } from "./routes.ts";
import { parseTarget } from "./target.ts";

/** Answers requests; whatever a request brings, it gets one answer and its connection stays usable. */
export function mockListener(apis: readonly string[], routes: RouteTable): RequestListener {
  return async (request, response) => {
    const answer = await answerTo(apis, routes, request).catch((error: unknown) =>
      error instanceof Problem ? error.answer() : answerToBug(error, response),
    );
    await readToEnd(request);
    if (response.destroyed) return;
    try {
      send(request, response, answer);
    } catch (error) {
      // Nothing was written yet: a header of the answer is not one that HTTP allows.
      send(request, response, answerToBug(error, response));
    }
  };
}

async function answerTo(
  apis: readonly string[],
  routes: RouteTable,
  request: IncomingMessage,
): Promise<Answer> {
  const { method = "GET", url = "/" } = request;
  if (isPreflight(request)) {
    return { status: 204, headers: preflightHeaders(request), body: undefined };
  }
  const { path, segments, query } = parseTarget(url);
  if (segments[0] === controlSegment) return controlAnswer(apis, path, method);
  const route = routes.match(segments);
  if (route === undefined) throw new Problem(404, `No document describes the path ${path}.`);
  if (method === "OPTIONS") {
    return { status: 204, headers: { Allow: allowed(route) }, body: undefined };
  }
  const found =
    route.find(method.toLowerCase() as HttpMethod) ?? (method === "HEAD" && route.find("get"));
  if (!found) {
    throw new Problem(405, `${path} does not take ${method}. It takes ${allowed(route)}.`, {
      headers: { Allow: allowed(route) },
    });
  }
  return operationAnswer(found.operation, found.path, query, request);
}

function allowed({ methods }: RouteMatch): string {
  const derived = methods.includes("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"];
  return [...new Set([...methods, ...derived])].join(", ");
}

function answerToBug(error: unknown, response: ServerResponse): Answer {
  // A client that went away is no bug, and nobody waits for the answer.
  if (!response.destroyed) console.error(error);
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
