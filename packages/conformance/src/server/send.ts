import { encodeRequest, type WireRequest } from "@image-apis/spec";
import type { ReceivedResponse } from "./received-response.ts";

/**
 * Sends a request to a server, as it is, and reads the whole response.
 *
 * @param signal Gives up; without one it waits for ever.
 * @param maxBytes How much of a body is read.
 * @throws BodyTooLargeError For a longer one.
 */
export async function send(
  server: string,
  wire: WireRequest,
  signal?: AbortSignal,
  maxBytes = Number.POSITIVE_INFINITY,
): Promise<ReceivedResponse> {
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
    headers: headersOf(response),
    bytes: await bytesOf(response, maxBytes),
  };
}

/** Of several cookies each has a line; all other repeated headers are joined by commas. */
function headersOf({ headers }: Response): Record<string, string> {
  const cookies = headers.getSetCookie();
  const all = Object.fromEntries(headers);
  return cookies.length > 1 ? { ...all, "set-cookie": cookies.join("\n") } : all;
}

/** A body is longer than it is read. */
export class BodyTooLargeError extends Error {
  override name = "BodyTooLargeError";
}

async function bytesOf({ body }: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new BodyTooLargeError(`a body of more than ${maxBytes / 1024 / 1024} MB`);
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
