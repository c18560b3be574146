import { essence } from "@image-apis/http-contract";
import type { Operation } from "@image-apis/spec";
import { parseJson, type ReceivedResponse } from "../server/received-response.ts";
import type { Marks } from "../volatile-fields/marks.ts";

/** The id that a response is, as JSON or as the one element of an XML text; `undefined` where it is none. */
export function answeredId(
  operation: Operation,
  { status, contentType, bytes }: ReceivedResponse,
  marks: Marks,
): number | undefined {
  const mediaType = essence(contentType);
  if (marks.of(operation, status, mediaType).varies !== "id") return undefined;
  const text = new TextDecoder().decode(bytes);
  const value = parseJson(/>\s*(-?\d+)\s*</.exec(text)?.[1] ?? text);
  return typeof value === "number" ? value : undefined;
}
