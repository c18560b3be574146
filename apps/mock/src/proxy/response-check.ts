import type { IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import type { Json } from "@image-apis/spec";
import { documentedMediaType, isJson, mediaTypeOf } from "../body/media-type.ts";
import { schemaViolations } from "../schema-check.ts";
import type { ServedOperation } from "../served-operation.ts";

/** Whether a response's body has to be read for its check; JSON of a documented media type has. */
export function isReadable(served: ServedOperation, status: number, headers: IncomingHttpHeaders) {
  const media = documentedMedia(served, status, headers);
  return media !== undefined && isJson(media);
}

/**
 * The rules of the document that a response breaks, in words.
 *
 * @param body its bytes as they came, for a response that is readable; else `undefined`.
 */
export function responseFailures(
  served: ServedOperation,
  status: number,
  headers: IncomingHttpHeaders,
  body: Buffer | undefined,
): string[] {
  const { responses, operationId } = served.operation;
  const response = responses[status];
  if (response === undefined) {
    const documented = Object.keys(responses).join(", ");
    return [`The response has status ${status}; ${operationId} documents ${documented}.`];
  }
  const offered = Object.keys(response.content ?? {});
  const media = documentedMedia(served, status, headers);
  if (offered.length === 0) return [];
  if (media === undefined) {
    const type = headers["content-type"];
    const what = type === undefined ? "no Content-Type" : `the Content-Type "${type}"`;
    return [`The response has ${what}; status ${status} is documented as ${offered.join(", ")}.`];
  }
  if (body === undefined) return [];
  try {
    const text = decoded(body, headers["content-encoding"]).toString("utf8");
    return schemaViolations(
      served.document,
      response.content?.[media],
      JSON.parse(text) as Json,
    ).map((violation) => `In the response: ${violation}`);
  } catch (error) {
    return [`The response cannot be read as JSON: ${(error as Error).message}`];
  }
}

function documentedMedia(
  { operation }: ServedOperation,
  status: number,
  headers: IncomingHttpHeaders,
): string | undefined {
  const offered = Object.keys(operation.responses[status]?.content ?? {});
  return documentedMediaType(offered, mediaTypeOf(headers["content-type"] ?? "") ?? "");
}

function decoded(body: Buffer, coding: string | undefined): Buffer {
  if (coding === "gzip") return gunzipSync(body);
  if (coding === "br") return brotliDecompressSync(body);
  if (coding === "deflate") return inflateSync(body);
  return body;
}
