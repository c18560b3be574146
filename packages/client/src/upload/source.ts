import type { StreamedFile, Uploadable } from "@image-apis/types";
import { isReadOnce, isStreamed, sizeOf } from "../values/file.ts";
import { isBlob, isBytes } from "../values/kind.ts";
import { signatureLength, typeOfBytes } from "./signatures.ts";

const sliceLength = 2 ** 20;

/** Bytes that a body is made of: in memory, in a Blob, or the stream they are. */
export type Bytes = Uint8Array | Blob | StreamedFile;

/** A file as a part of a body. What is in memory is not copied. */
export function asSource(file: Uploadable): Bytes {
  // The cast: nothing else has neither of them.
  return isBytes(file) || isBlob(file) || isStreamed(file)
    ? file
    : new Uint8Array(file as ArrayBuffer);
}

/** Opens a file for one attempt. */
export function openStream(source: Bytes): ReadableStream<Uint8Array> {
  if (isBytes(source)) return streamOf(source);
  if (isBlob(source)) return source.stream?.() ?? streamOfSlices(source);
  return typeof source.stream === "function" ? source.stream() : source.stream;
}

/**
 * The next bytes of a file; undefined at its end.
 * @throws TypeError When the stream brings something else.
 */
export async function nextBytes(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<Uint8Array | undefined> {
  const { done, value } = await reader.read();
  if (done) return undefined;
  if (isBytes(value)) return value;
  throw new TypeError("the stream brought something that is not a Uint8Array");
}

/**
 * Reads a file's media type from its first bytes; undefined for an unknown format, or a file that can be read only
 * once.
 *
 * @param signal Ends the reading.
 */
export async function detectType(
  file: Uploadable,
  signal?: AbortSignal,
): Promise<string | undefined> {
  if (isReadOnce(file)) return undefined;
  signal?.throwIfAborted();
  const bytes = await head(asSource(file), signal);
  return typeOfBytes(bytes, bytes.length === sizeOf(file));
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}

/** For a Blob of jsdom, which has no `stream`. */
function streamOfSlices(blob: Blob): ReadableStream<Uint8Array> {
  let position = 0;
  return new ReadableStream({
    async pull(controller) {
      const slice = blob.slice(position, position + sliceLength);
      position += slice.size;
      if (slice.size === 0) controller.close();
      else controller.enqueue(new Uint8Array(await slice.arrayBuffer()));
    },
  });
}

async function head(source: Bytes, signal: AbortSignal | undefined): Promise<Uint8Array> {
  if (isBytes(source)) return source.subarray(0, signatureLength);
  if (isBlob(source)) {
    return new Uint8Array(await source.slice(0, signatureLength).arrayBuffer());
  }
  const reader = openStream(source).getReader();
  // What the source says to that concerns nobody.
  const giveBack = () => reader.cancel().catch(() => {});
  signal?.addEventListener("abort", giveBack);
  const bytes: number[] = [];
  try {
    // Counted, so that a stream of empty chunks comes to an end as well.
    for (let reads = 0; reads < signatureLength && bytes.length < signatureLength; reads++) {
      const chunk = await nextBytes(reader);
      if (chunk === undefined) break;
      bytes.push(...chunk.subarray(0, signatureLength - bytes.length));
    }
  } finally {
    signal?.removeEventListener("abort", giveBack);
    await giveBack();
  }
  return Uint8Array.from(bytes);
}
