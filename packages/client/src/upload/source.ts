import type { StreamedFile, Uploadable } from "@image-apis/types";
import { isReadOnce, isStreamed } from "../call/file.ts";
import { signatureLength, typeOfBytes } from "./signatures.ts";

/** A file as parts of a body: a Blob, or the stream it is. */
export function asSource(file: Uploadable): Blob | StreamedFile {
  if (file instanceof Blob || isStreamed(file)) return file;
  // The cast: TypeScript allows for shared memory behind a Uint8Array, which no Blob takes.
  return new Blob([file as Uint8Array<ArrayBuffer> | ArrayBuffer]);
}

/** Opens a file for one attempt. */
export function openStream(source: Blob | StreamedFile): ReadableStream<Uint8Array> {
  if (source instanceof Blob) return source.stream();
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
  if (value instanceof Uint8Array) return value;
  throw new TypeError("the stream brought something that is no Uint8Array");
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
  return typeOfBytes(await head(asSource(file), signal));
}

async function head(
  source: Blob | StreamedFile,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  if (source instanceof Blob) {
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
