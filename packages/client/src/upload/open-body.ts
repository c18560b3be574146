import { FileError } from "../errors/file-error.ts";
import { streamsUploads } from "../transport/runtime.ts";
import type { Source } from "./body.ts";
import { byteStream } from "./byte-stream.ts";

/**
 * A body as one attempt sends it: a stream where `fetch` can send one of a known length, else a Blob.
 *
 * @param signal Ends the reading.
 * @param onLoaded Told how many bytes of a stream were taken so far.
 */
export async function openBody(
  operationId: string,
  sources: readonly Source[],
  signal: AbortSignal,
  onLoaded: (bytes: number) => void,
): Promise<Blob | ReadableStream<Uint8Array>> {
  let loaded = 0;
  const onBytes = (count: number) => {
    loaded += count;
    if (streamsUploads) onLoaded(loaded);
  };
  const stream = byteStream(
    sources,
    signal,
    onBytes,
    (argument, complaint, cause) => new FileError(operationId, argument, complaint, { cause }),
  );
  if (streamsUploads) return stream;
  const blobs = sources.map(({ bytes }) => bytes);
  // One Blob over all of them reads files only when they are sent; a stream has to be read before.
  return blobs.every((bytes) => bytes instanceof Blob)
    ? new Blob(blobs)
    : new Response(stream).blob();
}
