import { createHash } from "node:crypto";
import { imageHeadSize } from "../files/image-type.ts";

/** What is known of a file that passed. */
export interface Measurement {
  bytes: number;
  /** In hex. */
  sha256: string;
  /** The first bytes, at most `imageHeadSize`; `undefined` where they were not wanted. */
  head: Uint8Array | undefined;
}

/** Measures a file chunk by chunk; holds nothing but its first bytes. */
export class Meter {
  readonly #hash = createHash("sha256");
  #head: Buffer | undefined;
  #bytes = 0;

  /** @param isHeadless whether its first bytes are not wanted; `false` by default. */
  constructor(isHeadless = false) {
    if (!isHeadless) this.#head = Buffer.alloc(0);
  }

  /** How many bytes have passed. */
  get bytes(): number {
    return this.#bytes;
  }

  add(chunk: Uint8Array): void {
    if (this.#head !== undefined && this.#head.length < imageHeadSize) {
      // A copy, so that the rest of the chunk can go.
      this.#head = Buffer.concat([
        this.#head,
        chunk.subarray(0, imageHeadSize - this.#head.length),
      ]);
    }
    this.#bytes += chunk.length;
    this.#hash.update(chunk);
  }

  /** The result; nothing may be added after it. */
  result(): Measurement {
    return { bytes: this.#bytes, sha256: this.#hash.digest("hex"), head: this.#head };
  }
}
