import { createHash } from "node:crypto";

/** What is kept of a file that passed. */
export interface Measurement {
  bytes: number;
  /** In hex. */
  sha256: string;
  /** The first bytes, at most `headSize`. */
  head: Uint8Array;
  /** All bytes, where they were to be kept and were not too many. */
  content?: Uint8Array;
}

/** As many bytes as the detection of a file's type looks at. */
export const headSize = 4100;

/** What to keep of a file beside its measurement. */
export interface Keeping {
  /** All of its bytes, up to `maxKeptBytes`. */
  keepsBytes?: boolean;
}

/** As many bytes of a file as are kept where they are wanted. */
export const maxKeptBytes = 64 * 1024 * 1024;

/** Measures a file chunk by chunk; holds nothing but its first bytes, unless all of them are wanted. */
export class Meter {
  /** `undefined` where the bytes are not wanted, or no longer. */
  #chunks: Uint8Array[] | undefined;
  readonly #hash = createHash("sha256");
  readonly #head = new Uint8Array(headSize);
  #bytes = 0;

  constructor({ keepsBytes = false }: Keeping = {}) {
    if (keepsBytes) this.#chunks = [];
  }

  add(chunk: Uint8Array): void {
    if (this.#bytes < headSize) {
      this.#head.set(chunk.subarray(0, headSize - this.#bytes), this.#bytes);
    }
    this.#bytes += chunk.length;
    this.#hash.update(chunk);
    this.#chunks?.push(chunk);
    if (this.#bytes > maxKeptBytes) this.#chunks = undefined;
  }

  /** The result; nothing may be added after it. */
  result(): Measurement {
    return {
      bytes: this.#bytes,
      sha256: this.#hash.digest("hex"),
      head: this.#head.subarray(0, this.#bytes),
      ...(this.#chunks && { content: Buffer.concat(this.#chunks) }),
    };
  }
}
