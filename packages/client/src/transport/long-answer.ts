import { isJson } from "../values/media-type.ts";

/** What arrives within the time of an attempt on any network. */
const short = 2 ** 20;

/**
 * An answer that tells of its bytes while they are read, if it is long enough for that to matter: an image over a slow
 * network.
 */
export function tellingOfBytes(response: Response, onBytes: () => void): Response {
  const { headers } = response;
  const length = Number(headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (length <= short || isJson(headers.get("content-type") ?? "")) return response;
  const { body, url } = response;
  if (body === null) return response;
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onBytes();
        controller.enqueue(chunk);
      },
    }),
  );
  return Object.defineProperty(new Response(counted, response), "url", { value: url });
}
