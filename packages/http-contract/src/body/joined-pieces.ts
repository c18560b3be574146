/** Pieces of fewer bytes are put together: each one costs more memory and time than what it holds. */
const smallBytes = 4 * 1024;

const slabBytes = 64 * 1024;

/** Pieces of a body that wait or are kept, in their order. A client can send a body in pieces of one byte each. */
export class JoinedPieces {
  readonly #pieces: Uint8Array[] = [];
  /** Where small pieces are put together, and how far it is full. */
  #slab = Buffer.alloc(0);
  #used = 0;

  /** How many pieces there are after small ones were put together. */
  get length(): number {
    return this.#pieces.length;
  }

  add(piece: Uint8Array): void {
    if (piece.length >= smallBytes) this.#pieces.push(piece);
    else this.#join(piece);
  }

  /** Takes the first piece away. */
  shift(): Uint8Array | undefined {
    return this.#pieces.shift();
  }

  /** All of them, as one. */
  joined(): Buffer {
    return Buffer.concat(this.#pieces);
  }

  #join(piece: Uint8Array): void {
    if (this.#used + piece.length > this.#slab.length) {
      this.#slab = Buffer.allocUnsafeSlow(slabBytes);
      this.#used = 0;
    }
    const last = this.#pieces.at(-1);
    const goesOn =
      last?.buffer === this.#slab.buffer && last.byteOffset + last.length === this.#used;
    const start = goesOn ? last.byteOffset : this.#used;
    this.#slab.set(piece, this.#used);
    this.#used += piece.length;
    if (goesOn) this.#pieces.pop();
    this.#pieces.push(this.#slab.subarray(start, this.#used));
  }
}
