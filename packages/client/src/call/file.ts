import type { Uploadable } from "@image-apis/types";

/** What a file is called on the wire when its owner gave it no name. */
const nameless = "image";

export function isUploadable(value: unknown): value is Uploadable {
  return value instanceof Blob || value instanceof ArrayBuffer || value instanceof Uint8Array;
}

/** The size of a file in bytes. */
export function sizeOf(file: Uploadable): number {
  return file instanceof Blob ? file.size : file.byteLength;
}

/** The media type a file brings along; `""` when it does not say. */
export function mediaTypeOf(file: Uploadable): string {
  return file instanceof Blob ? file.type : "";
}

/** The name a file has on the wire. */
export function nameOf(file: Uploadable): string {
  return file instanceof File ? file.name : nameless;
}

/** The file as a form wants it. */
export function asBlob(file: Uploadable): Blob {
  // The cast: TypeScript allows for shared memory behind a Uint8Array, which no Blob takes.
  return file instanceof Blob ? file : new Blob([file as Uint8Array<ArrayBuffer> | ArrayBuffer]);
}
