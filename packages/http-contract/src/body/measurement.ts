import { createHash } from "node:crypto";
import { imageHeadSize } from "../files/image-type.ts";
import { JoinedPieces } from "./joined-pieces.ts";
import { maxKeptBytes, type Reservation } from "./kept-bytes.ts";

/** What is kept of a file that passed. */
export interface Measurement {
  bytes: number;
  /** In hex. */
  sha256: string;
  /** The first bytes, at most `imageHeadSize`; `undefined` where they were not wanted. */
  head: Uint8Array | undefined;
  /** All bytes, where they were to be kept and were not too many. */
  content?: Uint8Array;
}

/** What to keep of a file beside its measurement. */
export interface Keeping {
  /** Whether its first bytes are not wanted. */
  isHeadless?: boolean;
  /** Whether nobody else looks at the bytes of the body, so that their memory may be given back as they pass. */
  isSpent?: boolean;
  /** Where its bytes are counted as long as they are held; without it none are kept. */
  kept?: Reservation;
}

/** Measures a file chunk by chunk; holds nothing but its first bytes, unless all of them are wanted. */
export class Meter {
  readonly #reservation: Reservation | undefined;
  /** `undefined` where the bytes are not wanted, or no longer. */
  #chunks: JoinedPieces | undefined;
  #kept = 0;
  readonly #hash = createHash("sha256");
  #head: Buffer | undefined;
  #bytes = 0;

  constructor({ kept, isHeadless = false }: Keeping = {}) {
    if (!isHeadless) this.#head = Buffer.alloc(0);
    this.#reservation = kept;
    if (kept !== undefined) this.#chunks = new JoinedPieces();
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
    this.#keep(chunk);
  }

  /** The result; nothing may be added after it. */
  result(): Measurement {
    const content = this.#chunks?.joined();
    this.#chunks = undefined;
    const sha256 = this.#hash.digest("hex");
    return { bytes: this.#bytes, sha256, head: this.#head, ...(content && { content }) };
  }

  #keep(chunk: Uint8Array): void {
    if (this.#chunks === undefined) return;
    if (this.#bytes <= maxKeptBytes && this.#reservation?.take(chunk.length) === true) {
      this.#kept += chunk.length;
      this.#chunks.add(chunk);
      return;
    }
    // A part of a file is of no use.
    this.#chunks = undefined;
    this.#reservation?.give(this.#kept);
  }
}
