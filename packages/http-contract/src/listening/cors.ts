import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";

/** Whether a browser asks beforehand if it may send a request from another origin. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return (
    method === "OPTIONS" &&
    headers.origin !== undefined &&
    headers["access-control-request-method"] !== undefined
  );
}

/** Lets pages of any origin send the request that they ask for. */
export function preflightHeaders({ headers }: IncomingMessage): OutgoingHttpHeaders {
  const wanted = headers["access-control-request-headers"];
  return {
    "Access-Control-Allow-Methods": headers["access-control-request-method"],
    ...(wanted === undefined ? {} : { "Access-Control-Allow-Headers": wanted }),
  };
}

/**
 * Lets pages of any origin read a response with all of its headers; those of a named origin also where they send
 * cookies with the request.
 *
 * @param origins those that are named; none by default.
 * @param isOpen whether pages of other origins may read it, too.
 */
export function corsHeaders(
  request: IncomingMessage,
  response: OutgoingHttpHeaders,
  origins: ReadonlySet<string> = new Set(),
  isOpen = true,
): OutgoingHttpHeaders {
  const { origin } = request.headers;
  if (origin === undefined) return {};
  const isNamed = origins.has(origin);
  if (!isNamed && !isOpen) return { Vary: "Origin" };
  const exposed = Object.keys(response);
  const allowed = isNamed
    ? { "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": "true" }
    : { "Access-Control-Allow-Origin": "*" };
  return {
    ...allowed,
    ...(exposed.length === 0 ? {} : { "Access-Control-Expose-Headers": exposed.join(", ") }),
    Vary: "Origin",
  };
}
