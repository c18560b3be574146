import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { HttpMethod } from "@image-apis/spec";
import type { CompiledApis } from "../operations/compiled-apis.ts";
import type { ContractOperation } from "../operations/contract-operation.ts";
import type { RouteMatch } from "../operations/routes.ts";
import type { Answer } from "../problem/answer.ts";
import { Problem } from "../problem/problem.ts";
import { parseTarget } from "./target.ts";

/** A request whose operation is known. */
export interface RoutedCall {
  operation: ContractOperation;
  /** The values of the path's parameters, decoded. */
  path: Record<string, string>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

/**
 * Finds the operation that a request calls.
 *
 * @throws Problem 400 for a malformed path, 404 and 405 for what no document describes.
 */
export function routedCall(
  apis: CompiledApis,
  { method = "GET", url = "/", headers }: IncomingMessage,
): RoutedCall {
  const { path, segments, query } = parseTarget(url);
  const route = requiredRoute(apis, path, segments);
  const found =
    route.find(method.toLowerCase() as HttpMethod) ?? (method === "HEAD" && route.find("get"));
  if (!found) {
    throw new Problem(405, `${path} does not take ${method}. It takes ${allowed(route)}.`, {
      headers: { Allow: allowed(route) },
    });
  }
  return { ...found, query, headers };
}

/**
 * Says which methods a path takes, or all paths where the target is `*`.
 *
 * @throws Problem 400 for a malformed path, 404 for one that no document describes.
 */
export function optionsAnswer(apis: CompiledApis, url = "/"): { answer: Answer; why: string } {
  if (url === "*") {
    const headers = { Allow: apis.methods };
    const why = "OPTIONS * asks what the server can do at all.";
    return { answer: { status: 204, headers, body: undefined }, why };
  }
  const { path, segments } = parseTarget(url);
  const headers = { Allow: allowed(requiredRoute(apis, path, segments)) };
  const why = "OPTIONS asks which methods the path has.";
  return { answer: { status: 204, headers, body: undefined }, why };
}

function requiredRoute(apis: CompiledApis, path: string, segments: string[]): RouteMatch {
  const route = apis.routes.match(segments);
  if (route === undefined) throw new Problem(404, `No document describes the path ${path}.`);
  return route;
}

function allowed({ methods }: RouteMatch): string {
  const derived = methods.includes("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"];
  return [...new Set([...methods, ...derived])].join(", ");
}
