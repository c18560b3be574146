import type { IncomingMessage } from "node:http";
import {
  type Answer,
  type CompiledApis,
  type ContractOperation,
  Problem,
  parseTarget,
  type RouteMatch,
  type Trace,
} from "@image-apis/http-contract";
import type { HttpMethod } from "@image-apis/spec";
import { type InjectedFault, injectedFault } from "./faults/injected-fault.ts";
import type { MockContext } from "./mock-context.ts";
import { type Call, operationAnswer } from "./operation-answer.ts";

/** By the trace of a call, what is to go wrong with its answer. */
export const injectedFaults = new WeakMap<Trace, InjectedFault>();

/**
 * Finds the operation that a request calls.
 *
 * @throws Problem 400 for a malformed path, 404 and 405 for what no document describes.
 */
export function routedCall(
  apis: CompiledApis,
  request: IncomingMessage,
): { served: ContractOperation; call: Call } {
  const { method = "GET", url = "/", headers } = request;
  const { path, segments, query } = parseTarget(url);
  const route = requiredRoute(apis, path, segments);
  const found =
    route.find(method.toLowerCase() as HttpMethod) ?? (method === "HEAD" && route.find("get"));
  if (!found) {
    throw new Problem(405, `${path} does not take ${method}. It takes ${allowed(route)}.`, {
      headers: { Allow: allowed(route) },
    });
  }
  const call = { path: found.path, query, headers, stream: request };
  return { served: found.operation, call };
}

/**
 * Finds the operation that a request calls, and makes its response.
 *
 * @throws Problem 400 for a malformed path, 404 and 405 for what no document describes, and those of the operation.
 */
export async function callAnswer(
  { documents, state, faultPlan }: MockContext,
  request: IncomingMessage,
  trace: Trace,
): Promise<Answer> {
  if (request.method === "OPTIONS" && request.url === "*") {
    trace.why = "OPTIONS * asks what the server can do at all.";
    return { status: 204, headers: { Allow: documents.current.methods }, body: undefined };
  }
  if (request.method === "OPTIONS") {
    const { path, segments } = parseTarget(request.url ?? "/");
    const route = requiredRoute(documents.current, path, segments);
    trace.why = "OPTIONS asks which methods the path has.";
    return { status: 204, headers: { Allow: allowed(route) }, body: undefined };
  }
  const { served, call } = routedCall(documents.current, request);
  trace.served = served;
  const injected = injectedFault(faultPlan, [request.headers.prefer ?? []].flat().join());
  injectedFaults.set(trace, injected);
  const { fault, because } = injected;
  // A status comes before anything is done, so that a call can be repeated without harm.
  if (typeof fault === "number") return failure(fault, because, trace);
  if (fault !== undefined) trace.notes.push(`The connection breaks (${fault}): ${because}.`);
  return operationAnswer(served, call, trace, state);
}

function requiredRoute(apis: CompiledApis, path: string, segments: string[]): RouteMatch {
  const route = apis.routes.match(segments);
  if (route === undefined) throw new Problem(404, `No document describes the path ${path}.`);
  return route;
}

function failure(status: number, because: string, trace: Trace): Answer {
  trace.why = `Status ${status}: ${because}.`;
  const isTemporary = status === 429 || status === 503;
  const headers = isTemporary ? { "Retry-After": "1" } : {};
  return new Problem(status, `This is not a real failure: ${because}.`, { headers }).answer();
}

function allowed({ methods }: RouteMatch): string {
  const derived = methods.includes("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"];
  return [...new Set([...methods, ...derived])].join(", ");
}
