import { bodySize, type EncodedBody } from "../call/body.ts";
import { FileError } from "../errors/file-error.ts";
import { byteStream } from "../upload/byte-stream.ts";
import { streamsUploads } from "./runtime.ts";

/**
 * A body as one attempt sends it: a stream where `fetch` can send one of a known length, else a Blob.
 *
 * @param headers Get the Content-Length of a stream.
 * @param onLoaded Told how many bytes of a stream were taken so far.
 */
export async function requestBody(
  operationId: string,
  body: EncodedBody | undefined,
  headers: Headers,
  signal: AbortSignal,
  onLoaded: (bytes: number) => void,
): Promise<Blob | ReadableStream<Uint8Array> | undefined> {
  if (body === undefined) return undefined;
  const size = bodySize(body);
  let loaded = 0;
  const onBytes = (count: number) => {
    loaded += count;
    if (streamsUploads) onLoaded(loaded);
  };
  const stream = byteStream(
    body.sources,
    signal,
    onBytes,
    (argument, complaint, cause) => new FileError(operationId, argument, complaint, { cause }),
  );
  if (streamsUploads && size > 0) {
    headers.set("Content-Length", String(size));
    return stream;
  }
  const blobs = body.sources.map(({ bytes }) => bytes);
  // One Blob over all of them reads files only when they are sent; a stream has to be read before.
  return blobs.every((bytes) => bytes instanceof Blob)
    ? new Blob(blobs)
    : new Response(stream).blob();
}
