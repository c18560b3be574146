import type { IncomingHttpHeaders } from "node:http";
import type { Operation } from "@image-apis/spec";
import { documentedMediaType, mediaTypeOf } from "../negotiation/media-type.ts";
import { Problem } from "../problem/problem.ts";

/** What the head of a request says of its body. */
export interface Framing {
  /** Whether there may be a body (RFC 9112, 6.3); one that comes in chunks may turn out to be empty. */
  hasBody: boolean;
  /** How many bytes it has; `undefined` for one that comes in chunks. */
  length: number | undefined;
  /** The Content-Type header as it was sent, or what stands for none. */
  contentType: string;
  /** The media type in it; `""` where it is malformed. */
  mediaType: string;
  /** The documented media type, or range, that it falls under; `undefined` for none, and for an encoded body. */
  media: string | undefined;
}

/** Reads from the head of a request which documented body follows. */
export function bodyFraming({ requestBody }: Operation, headers: IncomingHttpHeaders): Framing {
  const contentType = headers["content-type"] ?? "application/octet-stream";
  const mediaType = mediaTypeOf(contentType) ?? "";
  const documented = documentedMediaType(Object.keys(requestBody?.content ?? {}), mediaType);
  const isChunked = headers["transfer-encoding"] !== undefined;
  const length = isChunked ? undefined : Number(headers["content-length"] ?? 0);
  const media = isEncoded(headers) ? undefined : documented;
  return { hasBody: length !== 0, length, contentType, mediaType, media };
}

/** Says which body the operation takes instead, with status 415. */
export function unsupportedBody({ requestBody }: Operation, headers: IncomingHttpHeaders): Problem {
  const documented = Object.keys(requestBody?.content ?? {});
  if (documented.length === 0) {
    return new Problem(415, "This operation takes no body. Send none.");
  }
  if (isEncoded(headers)) {
    return new Problem(415, "The body is compressed (Content-Encoding). Send it as it is.");
  }
  const sent = headers["content-type"];
  const what = sent === undefined ? "The body has no Content-Type." : `The body is "${sent}".`;
  return new Problem(415, `${what} This operation takes ${documented.join(", ")}.`, {
    headers: { Accept: documented.join(", ") },
  });
}

function isEncoded(headers: IncomingHttpHeaders): boolean {
  const coding = headers["content-encoding"]?.trim().toLowerCase() ?? "";
  return coding !== "" && coding !== "identity";
}
