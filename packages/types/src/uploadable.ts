/**
 * Bytes that are read while they are sent, of a length that is known before. A function is asked for the stream once
 * per attempt, and once before to see its first bytes; a stream itself can be read only once, so such an upload is
 * never repeated.
 */
export interface StreamedFile {
  stream: ReadableStream<Uint8Array> | (() => ReadableStream<Uint8Array>);
  /** How many bytes the stream brings. Fewer or more are an error. */
  size: number;
  name?: string | undefined;
  /** The media type. */
  type?: string | undefined;
}

/**
 * Anything that can be sent as the bytes of a file. A `File` brings its own name and media type along, a `Blob` its
 * media type; plain bytes have neither.
 */
export type Uploadable = Blob | Uint8Array | ArrayBuffer | StreamedFile;

/** Several files: an array, a `FileList`, a `Set`. */
export type UploadableList = Iterable<Uploadable> | ArrayLike<Uploadable>;
