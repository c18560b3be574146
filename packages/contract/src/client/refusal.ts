import { ApiError } from "@image-apis/client";
import { compare, type Difference } from "@image-apis/conformance/judging";
import type { Refusal } from "@image-apis/spec";
import type { CallResult } from "./call-result.ts";

/**
 * Holds the result of a call that is to be refused: the client throws before anything is sent, or it sends the
 * request once and throws the server's refusal.
 */
export function refusalDifferences(
  { client, mock }: Refusal,
  result: CallResult,
  timesSent: number,
): Difference[] {
  const what = "the call";
  if ("returned" in result) return [{ what, expected: "an error", received: "a returned value" }];
  const { thrown } = result;
  const times = compare("times the request was sent", client === "sends" ? 1 : 0, timesSent);
  if (times.length > 0) return [...times, { what, expected: client, received: String(thrown) }];
  if (client === "throws") return [];
  if (!(thrown instanceof ApiError)) {
    return [{ what, expected: "an ApiError", received: String(thrown) }];
  }
  return compare("status of the error", mock.status, thrown.status);
}
