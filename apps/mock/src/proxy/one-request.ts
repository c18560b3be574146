import type { IncomingMessage } from "node:http";
import { type CompiledApis, Problem, type Trace } from "@image-apis/http-contract";
import { securityScheme } from "@image-apis/spec";
import { misnamed } from "./connection-headers.ts";
import { headerPairs, maxHeaders, valuesOf } from "./header-pairs.ts";

/** A request that a target could read as another one, or as more than one. */
export class NotOneRequest extends Problem {}

/**
 * Refuses what a target could read as another request than the one that is checked here.
 *
 * @throws NotOneRequest 400, 431 for too many headers, 501 for a transfer coding that would get lost on the way.
 */
export function requireOneRequest(
  request: IncomingMessage,
  apis: CompiledApis,
  { violations }: Trace,
): void {
  const refused = (status: number, detail: string) => {
    violations.push(detail);
    // What comes behind such a request on its connection is not read as one.
    return new NotOneRequest(status, detail, { headers: { Connection: "close" } });
  };
  const pairs = headerPairs(request.rawHeaders);
  if (pairs.length >= maxHeaders) {
    throw refused(431, `The request has ${pairs.length} headers. Send fewer than ${maxHeaders}.`);
  }
  const named = misnamed(pairs, documentedHeader(apis));
  if (named.length > 0) {
    throw refused(
      400,
      `Connection names ${named.map((it) => `"${it}"`).join(", ")}. It may name headers of this connection only, never framing, credentials or a header that the target reads. Remove the name from Connection.`,
    );
  }
  const hosts = valuesOf(pairs, "host");
  if (hosts.length > 1)
    throw refused(400, `The request has ${hosts.length} Host headers. Send one.`);
  const codings = valuesOf(pairs, "transfer-encoding").join().toLowerCase().trim();
  if (codings !== "" && codings !== "chunked") {
    throw refused(
      501,
      "The body has another transfer coding than chunked. Send it chunked, or with a length.",
    );
  }
  if (codings !== "" && request.httpVersion !== "1.1") {
    throw refused(400, "HTTP/1.0 knows no chunked bodies. Send a length, or use HTTP/1.1.");
  }
  const alike = pairs.find(([name]) => /^(?:content_length|transfer_encoding)$/i.test(name));
  if (alike !== undefined) {
    throw refused(
      400,
      `Some servers read "${alike[0]}" as the header that frames the body. Write its name with a hyphen, or leave it out.`,
    );
  }
  const { url = "", method } = request;
  const isTarget =
    (/^\/|^https?:\/\//i.test(url) && !url.includes("#")) || (url === "*" && method === "OPTIONS");
  if (!isTarget)
    throw refused(
      400,
      "The target of the request must be a path or an http address, without a fragment.",
    );
}

/** Whether any operation describes a header of this name, as a parameter or for credentials; names are in lower case. */
export function documentedHeader({ operations }: CompiledApis): (name: string) => boolean {
  const names = operations.flatMap(({ document, operation }) => [
    ...operation.parameters.flatMap((it) => (it.in === "header" ? [it.name] : [])),
    ...operation.security
      .flatMap((it) => Object.keys(it))
      .flatMap((it) => {
        const scheme = securityScheme(document, it);
        return scheme.type === "apiKey" && scheme.in === "header" ? [scheme.name] : [];
      }),
  ]);
  const known = new Set(names.map((it) => it.toLowerCase()));
  return (name) => known.has(name);
}
