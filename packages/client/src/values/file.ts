import type { StreamedFile, Uploadable } from "@image-apis/types";

import { isBlob, isBytes, kindOf } from "./kind.ts";

/** What a file is called on the wire when its owner gave it no name. */
const nameless = "image";

export function isUploadable(value: unknown): value is Uploadable {
  return isBlob(value) || isBytes(value) || kindOf(value) === "ArrayBuffer" || isStreamed(value);
}

export function isStreamed(value: unknown): value is StreamedFile {
  return (
    typeof value === "object" &&
    value !== null &&
    "stream" in value &&
    !isBlob(value) &&
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

/** How many bytes of files a body holds: the whole of it, or its parts. */
export function bytesIn(content: unknown): number {
  if (isUploadable(content)) return sizeOf(content);
  const parts = Object.values(content ?? {}).flat();
  return parts.filter(isUploadable).reduce((sum, file) => sum + sizeOf(file), 0);
}
