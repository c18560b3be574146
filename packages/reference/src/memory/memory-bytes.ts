import { Readable } from "node:stream";
import type { StoredBytes } from "../store/files.ts";

/** Bytes of a store in memory. */
export class MemoryBytes implements StoredBytes {
  /** `undefined` where there was no room for them. */
  readonly content: Uint8Array | undefined;

  constructor(content: Uint8Array | undefined) {
    this.content = content;
  }

  open(): Readable {
    if (this.content === undefined) throw new Error("There was no room for these bytes.");
    return Readable.from([this.content], { objectMode: false });
  }
}
