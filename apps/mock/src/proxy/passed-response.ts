import type { IncomingMessage } from "node:http";
import { Problem } from "@image-apis/http-contract";
import { endToEndHeaders, endToEndTrailers, withTrailers } from "./connection-headers.ts";
import { type HeaderPair, headerPairs, maxHeaders, valuesOf } from "./header-pairs.ts";
import { type ToOwnAddress, withOwnAddresses } from "./own-address.ts";
import { violationsHeader } from "./violations-header.ts";

/** What a client gets of the headers and trailers of a target. */
export interface PassedHeaders {
  headers(pairs: readonly HeaderPair[]): HeaderPair[];
  trailers(pairs: readonly HeaderPair[]): HeaderPair[];
}

/**
 * Passes headers of a target on: not those of its connection, not in our name, and with addresses that lead to the
 * proxy.
 */
export function passedHeaders(
  toOwn: ToOwnAddress,
  isDocumented: (name: string) => boolean,
): PassedHeaders {
  const own = (pairs: readonly HeaderPair[]) =>
    withOwnAddresses(
      pairs.filter(([name]) => !isOurs(name)),
      toOwn,
    );
  return {
    headers: (pairs) =>
      withTrailers(own(endToEndHeaders(pairs, isDocumented)), (name) => !isOurs(name)),
    trailers: (pairs) => own(endToEndTrailers(pairs)),
  };
}

/**
 * Refuses a response that cannot be passed on as it is meant.
 *
 * @throws Problem 502.
 */
export function requirePassable(
  { statusCode = 0, rawHeaders }: IncomingMessage,
  { origin }: URL,
): void {
  const codings = valuesOf(headerPairs(rawHeaders), "transfer-encoding").join().toLowerCase();
  if (codings !== "" && codings.trim() !== "chunked") {
    throw new Problem(
      502,
      `The target ${origin} uses the transfer coding "${codings}", which is not known here.`,
    );
  }
  if (rawHeaders.length / 2 >= maxHeaders) {
    throw new Problem(502, `The target ${origin} answered with ${maxHeaders} headers or more.`);
  }
  if (statusCode < 200) {
    throw new Problem(
      502,
      `The target ${origin} answered with the status ${statusCode}, which is none.`,
    );
  }
}

/** Whether the trailers that a target announces, or sends, have a place in the response to the client. */
export function canHaveTrailers(request: IncomingMessage, received: IncomingMessage): boolean {
  const { statusCode = 0, rawHeaders } = received;
  const hasBody = request.method !== "HEAD" && statusCode !== 204 && statusCode !== 304;
  const isChunked = valuesOf(headerPairs(rawHeaders), "transfer-encoding").length > 0;
  return hasBody && isChunked && request.httpVersion === "1.1";
}

/** Our own header in any spelling: much software takes `_` for `-`. */
function isOurs(name: string): boolean {
  return name.replaceAll("_", "-").toLowerCase() === violationsHeader.toLowerCase();
}
