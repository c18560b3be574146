import type { Readable } from "node:stream";

/** A file that has arrived, by what is known of it. Rows and handlers hold this, never the bytes. */
export interface StoredFile {
  /** In bytes. */
  readonly size: number;
  /** In hex. */
  readonly sha256: string;
  /** As the bytes say; as the sender declared it where they say nothing. */
  readonly mediaType: string;
  /** `undefined` for a file that was only measured, because no operation gives its bytes back. */
  readonly bytes: StoredBytes | undefined;
}

/** Bytes that a store keeps: what its sinks make of a file. */
export interface StoredBytes {
  /**
   * Opens a stream of them.
   *
   * @throws Error for bytes that are kept no longer.
   */
  open(): Readable;
}

/** What a file is for. */
export type FileKind = "customer-image" | "rewards-file" | "person-image";

/** There is no room: the request asks for more than the store can hold. An HTTP server answers 507. */
export class StoreFullError extends Error {
  override name = "StoreFullError";
}
