import { apis } from "../generated/apis.ts";
import type { FullOperationId } from "../generated/operation-ids.ts";

const routesByApi = apis.map(({ api, routes }) => {
  const all = Object.entries(routes).map(([operationId, { method, path }]) => ({
    // The cast: Object.entries gives the keys up.
    id: `${api}/${operationId}` as FullOperationId,
    method,
    path: new RegExp(`${path.replace(/\{\w+\}/g, "[^/]+")}$`),
    parameters: path.split("{").length - 1,
  }));
  // `lookup` is also what a {customerId} could be: the path with fewer parameters is meant.
  return all.sort((a, b) => a.parameters - b.parameters);
});

/**
 * The operation that a request is for, on whatever host and below whatever prefix; where APIs share a path, one of each.
 *
 * @param baseUrl Requests to other addresses are for none.
 * @param method The method, where it is not the request's own: of a preflight, the one that is asked
 *   for; null for any.
 */
export function operationsAt(
  request: Request,
  baseUrl?: string | undefined,
  method: string | null = request.method,
): FullOperationId[] {
  const { origin, pathname } = new URL(request.url);
  const base = baseUrl?.replace(/\/+$/, "") ?? origin;
  if (!`${origin}${pathname}`.startsWith(`${base}/`)) return [];
  const isAsked = (it: string) => method === null || it === method;
  return routesByApi.flatMap(
    (routes) => routes.find((it) => isAsked(it.method) && it.path.test(pathname))?.id ?? [],
  );
}
