import { Readable } from "node:stream";
import type { StreamedFile } from "@image-apis/types";

/** What a Node stream is called on the wire, and how much it brings. */
export interface FileFromStreamOptions {
  /** How many bytes the stream brings. Fewer or more are a `FileError`: the length is sent before the bytes. */
  size: number;
  name?: string | undefined;
  /** The media type. A stream that is read once is not looked into, so that nothing else says what it is. */
  type?: string | undefined;
}

/** The part of Node's `Readable` that tells one: named here, so that whoever reads the types needs none of Node's. */
export interface NodeReadable extends AsyncIterable<unknown> {
  readonly readableObjectMode: boolean;
  pipe(destination: never): unknown;
}

/** A Node stream, ready to be uploaded. */
export interface FileFromStream extends StreamedFile {
  stream: ReadableStream<Uint8Array>;
}

/**
 * A Node stream (of a request, an archive, another service) to be uploaded as it comes. It is read once, so a failed
 * attempt cannot be repeated: what may fail for a moment is better written to a file, or buffered.
 *
 * @throws TypeError When `readable` is not a readable stream of bytes, or `size` is not a number of bytes.
 */
export function fileFromStream(
  readable: NodeReadable,
  { size, name, type }: FileFromStreamOptions,
): FileFromStream {
  if (!(readable instanceof Readable) || readable.readableObjectMode) {
    throw new TypeError("fileFromStream: pass a Readable of bytes.");
  }
  if (!Number.isSafeInteger(size) || size < 0) {
    throw new TypeError(`fileFromStream: size is ${size}; pass the number of bytes it brings.`);
  }
  // The cast: Node's own type of the same web stream.
  const stream = Readable.toWeb(readable, { type: "bytes" }) as ReadableStream<Uint8Array>;
  return { stream, size, name, type };
}
