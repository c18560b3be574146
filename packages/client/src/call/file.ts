import type { StreamedFile, Uploadable } from "@image-apis/types";
import { signatureLength, typeOfBytes } from "../image/signatures.ts";

/** What a file is called on the wire when its owner gave it no name. */
const nameless = "image";

export function isUploadable(value: unknown): value is Uploadable {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    value instanceof Uint8Array ||
    isStreamed(value)
  );
}

export function isStreamed(value: unknown): value is StreamedFile {
  return (
    typeof value === "object" &&
    value !== null &&
    "stream" in value &&
    !(value instanceof Blob) &&
    Number.isSafeInteger((value as { size?: unknown }).size)
  );
}

/** Whether a file can be read only once. */
export function isReadOnce(file: Uploadable): boolean {
  return isStreamed(file) && typeof file.stream !== "function";
}

/** The size of a file in bytes. */
export function sizeOf(file: Uploadable): number {
  return "size" in file ? file.size : file.byteLength;
}

/** The media type a file brings along; `""` when it does not say. */
export function mediaTypeOf(file: Uploadable): string {
  return "type" in file ? (file.type ?? "") : "";
}

/** The name a file has on the wire. */
export function nameOf(file: Uploadable): string {
  return ("name" in file && file.name) || nameless;
}

/** A file as parts of a body: a Blob, or the stream it is. */
export function asSource(file: Uploadable): Blob | StreamedFile {
  if (file instanceof Blob || isStreamed(file)) return file;
  // The cast: TypeScript allows for shared memory behind a Uint8Array, which no Blob takes.
  return new Blob([file as Uint8Array<ArrayBuffer> | ArrayBuffer]);
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
  const { value } = await reader.read();
  await reader.cancel();
  return (value ?? new Uint8Array()).subarray(0, signatureLength);
}

/** Opens a file for one attempt. */
export function openStream(source: Blob | StreamedFile): ReadableStream<Uint8Array> {
  if (source instanceof Blob) return source.stream();
  return typeof source.stream === "function" ? source.stream() : source.stream;
}
