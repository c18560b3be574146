import { FileError } from "../errors/file-error.ts";
import { LengthStream, streamsUploads } from "../transport/runtime.ts";
import { sizeOf } from "../values/file.ts";
import { isBlob, isBytes } from "../values/kind.ts";
import type { Source } from "./body.ts";
import { byteStream } from "./byte-stream.ts";
import type { Bytes } from "./source.ts";

/**
 * A body as one attempt sends it: a stream where `fetch` can send one of a known length, else a Blob.
 *
 * @param signal Ends the reading.
 * @param onLoaded Told how many bytes of the files were read so far; a Blob over them is read by the runtime itself.
 * @param onFailure Told why a file could not be read to its end.
 */
export async function openBody(
  operationId: string,
  sources: readonly Source[],
  signal: AbortSignal,
  onLoaded: (bytes: number) => void,
  onFailure?: (error: FileError) => void,
): Promise<Blob | ReadableStream<Uint8Array>> {
  const contents = sources.map(({ bytes }) => bytes);
  // One Blob over all of them reads files only when they are sent; a stream has to be read before.
  if (!streamsUploads && contents.every(fitsInBlob)) return new Blob(contents);
  let loaded = 0;
  const onBytes = (count: number) => {
    loaded += count;
    onLoaded(loaded);
  };
  let failed: FileError | undefined;
  const failure = (argument: string, message: string, cause?: unknown) => {
    failed = new FileError(operationId, argument, message, { cause });
    onFailure?.(failed);
    return failed;
  };
  const stream = byteStream(sources, signal, onBytes, failure);
  if (!streamsUploads) {
    return new Response(stream).blob().catch((error: unknown) => {
      // Chromium says no more than "Failed to fetch".
      throw failed ?? error;
    });
  }
  if (LengthStream === undefined) return stream;
  const size = contents.reduce((sum, bytes) => sum + sizeOf(bytes), 0);
  return stream.pipeThrough(new LengthStream(size));
}

/** The cast of the type: TypeScript allows for shared memory behind a Uint8Array, which no Blob takes. */
function fitsInBlob(bytes: Bytes): bytes is Blob | Uint8Array<ArrayBuffer> {
  return isBlob(bytes) || isBytes(bytes);
}
