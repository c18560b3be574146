import { capillary, superoffice } from "@image-apis/types";
import type { OperationId } from "./operation-id.ts";

const routes = Object.entries({ ...capillary.routes, ...superoffice.routes }).map(
  ([operationId, { method, path }]) => ({
    // The cast: Object.entries gives the keys up.
    operationId: operationId as OperationId,
    method,
    path: new RegExp(`${path.replace(/\{\w+\}/g, "[^/]+")}$`),
    parameters: path.split("{").length - 1,
  }),
);
// `lookup` is also what a {customerId} could be: the path with fewer parameters is meant.
routes.sort((a, b) => a.parameters - b.parameters);

/**
 * The operation that a request is for, on whatever host and below whatever prefix.
 *
 * @param baseUrl Requests to other addresses are for none.
 * @param method The method, where it is not the request's own: of a preflight, the one that is asked
 *   for; null for any.
 */
export function operationAt(
  request: Request,
  baseUrl?: string | undefined,
  method: string | null = request.method,
): OperationId | undefined {
  const { origin, pathname } = new URL(request.url);
  const base = baseUrl?.replace(/\/+$/, "") ?? origin;
  if (!`${origin}${pathname}`.startsWith(`${base}/`)) return undefined;
  return routes.find((it) => (method === null || it.method === method) && it.path.test(pathname))
    ?.operationId;
}
