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

/** Reads a file's media type from its first bytes; undefined for an unknown format, or a file that can be read only once. */
export async function detectType(file: Uploadable): Promise<string | undefined> {
  if (isReadOnce(file)) return undefined;
  return typeOfBytes(await head(asSource(file)));
}

async function head(source: Blob | StreamedFile): Promise<Uint8Array> {
  if (source instanceof Blob) {
    return new Uint8Array(await source.slice(0, signatureLength).arrayBuffer());
  }
  const reader = openStream(source).getReader();
  const bytes: number[] = [];
  while (bytes.length < signatureLength) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes.push(...value.subarray(0, signatureLength - bytes.length));
  }
  await reader.cancel();
  return Uint8Array.from(bytes);
}
