import { createHash } from "node:crypto";
import type { ReceivedResponse } from "../server/received-response.ts";
import { parseJson } from "../server/received-response.ts";

/** What stays as it is in a response while nothing is changed, as a text to compare. */
export function printOf({ status, contentType, bytes }: ReceivedResponse): string {
  // Of a refusal only its status: a body may name the moment or the request.
  if (status >= 300) return String(status);
  if (!contentType.includes("json")) {
    return `${status} ${contentType} ${createHash("sha1").update(bytes).digest("hex")}`;
  }
  // Addresses may be signed again at every call.
  const body = parseJson(new TextDecoder().decode(bytes));
  const text = JSON.stringify(body, (_, value) =>
    typeof value === "string" && URL.canParse(value) ? "" : value,
  );
  return `${status} ${text}`;
}
