import {
  asItCame,
  bodyBytes,
  type Difference,
  expectedResponse,
  verdictDifferences,
} from "@image-apis/conformance/judging";
import { essence, isIn, judgeResponse } from "@image-apis/http-contract";
import type { Exchange, OpenApiDocument, Operation } from "@image-apis/spec";

/**
 * Holds the documented response of an exchange against the operation: status, media type, example, and what any response
 * is held against.
 */
export async function responseDifferences(
  document: OpenApiDocument,
  operation: Operation,
  exchange: Exchange,
): Promise<Difference[]> {
  const { request, response } = exchange;
  const { status, mediaType = "", example, fixture: file } = response;
  const declared = operation.responses[String(status)]?.content;
  const media = declared?.[mediaType];
  if (media !== undefined && file === undefined && media.examples?.[example ?? ""] === undefined) {
    return [oneOf("response example", Object.keys(media.examples ?? {}), example ?? "none")];
  }
  // What is not declared has no form; the verdict says so.
  const body =
    media === undefined ? undefined : expectedResponse(document, operation, exchange).body;
  const verdict = await judgeResponse(document, operation, {
    status,
    contentType: mediaType,
    headers: {},
    body: body === undefined ? new TextEncoder().encode(mediaType) : bodyBytes(body),
  });
  const faults = verdict.faults.filter(({ rule }) => rule !== "missing-header");
  const differences = verdictDifferences({ ...verdict, faults, byHttp: [] }, asItCame, "response ");
  return [...differences, ...(faults.length === 0 ? negotiation(request.headers, mediaType) : [])];
}

/** What the request says it accepts includes what it gets. */
function negotiation(headers: Record<string, string>, mediaType: string): Difference[] {
  const [, accept] = Object.entries(headers).find(([name]) => /^accept$/i.test(name)) ?? [];
  if (accept === undefined) return [];
  const ranges = accept.split(",").map(essence);
  if (ranges.some((range) => isIn(range, mediaType))) return [];
  return [{ what: "response media type", expected: accept, received: mediaType }];
}

function oneOf(what: string, declared: string[], received: string): Difference {
  return { what, expected: `one of the declared: ${declared.join(", ") || "none"}`, received };
}
