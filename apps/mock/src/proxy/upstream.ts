import { type ClientRequest, type IncomingMessage, request as plain } from "node:http";
import { request as secure } from "node:https";

/** What belongs to one connection and is not passed on (RFC 9110, 7.6.1). `Expect` was answered already. */
const ofTheConnection = new Set([
  "connection",
  "expect",
  "host",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Begins the same request to the target; method, path, headers in their own order and spelling, and no body yet. */
export function upstreamRequest(target: URL, request: IncomingMessage): ClientRequest {
  const base = target.pathname.replace(/\/$/, "");
  const path = (request.url ?? "/").replace(/^https?:\/\/[^/?]*/i, "").replace(/^\??/, (mark) => {
    return mark === "" ? "" : `/${mark}`;
  });
  const isChunked = request.headers["transfer-encoding"] !== undefined;
  const headers = passedOn(request.rawHeaders);
  headers.push("Host", target.host);
  if (isChunked) headers.push("Transfer-Encoding", "chunked");
  const send = target.protocol === "https:" ? secure : plain;
  return send({
    protocol: target.protocol,
    hostname: target.hostname.replace(/^\[|\]$/g, ""),
    port: target.port,
    method: request.method,
    path: `${base}${path}`,
    headers,
    setDefaultHeaders: false,
  });
}

/** Raw headers, names and values in turn, without those of the connection. */
export function passedOn(rawHeaders: readonly string[]): string[] {
  const pairs = rawHeaders.flatMap((name, at): [string, string][] =>
    at % 2 === 1 ? [] : [[name, rawHeaders[at + 1] ?? ""]],
  );
  const named = pairs
    .filter(([name]) => name.toLowerCase() === "connection")
    .flatMap(([, value]) =>
      value
        .toLowerCase()
        .split(",")
        .map((it) => it.trim()),
    );
  return pairs
    .filter(([name]) => ![...ofTheConnection, ...named].includes(name.toLowerCase()))
    .flat();
}
