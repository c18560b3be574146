import { encodeRequest, type WireRequest } from "@image-apis/spec";
import type { ReceivedAnswer } from "./answer.ts";

/**
 * Sends a request to a server, as it is, and reads the whole answer.
 *
 * @param signal Gives up; without one it waits for ever.
 */
export async function send(
  server: string,
  wire: WireRequest,
  signal?: AbortSignal,
): Promise<ReceivedAnswer> {
  const { method, target, headers, body } = await encodeRequest(wire);
  const response = await fetch(`${server}${target}`, {
    method,
    headers,
    body: body ?? null,
    redirect: "manual",
    signal: signal ?? null,
  });
  return {
    status: response.status,
    contentType: response.headers.get("content-type") ?? "",
    headers: Object.fromEntries(response.headers),
    bytes: await response.bytes(),
  };
}
