import { type ClientRequest, type IncomingMessage, request as plain } from "node:http";
import { request as secure } from "node:https";
import { endToEndHeaders, withTrailers } from "./connection-headers.ts";
import { type HeaderPair, headerPairs } from "./header-pairs.ts";
import type { KeptConnections } from "./kept-connections.ts";
import type { Trust } from "./trust.ts";

/** Where a request goes, and how. */
export interface Route {
  target: URL;
  /** Connections that may be used again; `undefined` for a fresh one that is closed after the response. */
  kept: KeptConnections | undefined;
  trust: Trust;
  isDocumented(header: string): boolean;
}

/** Begins the same request to the target; method, path, headers in their own order and spelling, and no body yet. */
export function upstreamRequest(route: Route, request: IncomingMessage): ClientRequest {
  const { target, kept, trust, isDocumented } = route;
  const isChunked = request.headers["transfer-encoding"] !== undefined;
  const hasLength = request.headers["content-length"] !== undefined;
  const pairs = endToEndHeaders(headerPairs(request.rawHeaders), isDocumented).filter(
    ([name]) => name.toLowerCase() !== "host" && (isChunked || name.toLowerCase() !== "trailer"),
  );
  const framing: HeaderPair[] = isChunked
    ? [["Transfer-Encoding", "chunked"]]
    : // Without a length Node would announce a body where there is none.
      hasLength || !hasBodyByDefault(request)
      ? []
      : [["Content-Length", "0"]];
  const headers: HeaderPair[] = [
    ["Host", target.host],
    ...withTrailers(pairs, () => true),
    ...framing,
    ["Connection", kept === undefined ? "close" : "keep-alive"],
  ];
  const send = target.protocol === "https:" ? secure : plain;
  return send({
    ...trust,
    protocol: target.protocol,
    hostname: target.hostname.replace(/^\[|\]$/g, ""),
    port: target.port,
    method: request.method,
    path: targetPath(target, request.url ?? "/"),
    headers: headers.flat(),
    setDefaultHeaders: false,
    agent: kept ?? false,
  });
}

/** The path of a target before that of the request; the origin of an absolute one is not the client's to choose. */
function targetPath({ pathname }: URL, url: string): string {
  if (url === "*") return url;
  const path = url.replace(/^https?:\/\/[^/?#]*/i, "");
  return `${pathname.replace(/\/$/, "")}${path.startsWith("/") ? "" : "/"}${path}`;
}

function hasBodyByDefault({ method = "GET" }: IncomingMessage): boolean {
  return ["POST", "PUT", "PATCH"].includes(method);
}
