import { createHash } from "node:crypto";

/** What is kept of a file that passed. */
export interface Measurement {
  bytes: number;
  /** In hex. */
  sha256: string;
  /** The first bytes, at most `headSize`. */
  head: Uint8Array;
}

/** As many bytes as the detection of a file's type looks at. */
export const headSize = 4100;

/** Measures a file chunk by chunk; holds nothing but its first bytes. */
export class Meter {
  readonly #hash = createHash("sha256");
  readonly #head = new Uint8Array(headSize);
  #bytes = 0;

  add(chunk: Uint8Array): void {
    if (this.#bytes < headSize) {
      this.#head.set(chunk.subarray(0, headSize - this.#bytes), this.#bytes);
    }
    this.#bytes += chunk.length;
    this.#hash.update(chunk);
  }

  /** The result; nothing may be added after it. */
  result(): Measurement {
    return {
      bytes: this.#bytes,
      sha256: this.#hash.digest("hex"),
      head: this.#head.subarray(0, this.#bytes),
    };
  }
}
