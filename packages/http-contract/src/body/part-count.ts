/**
 * Counts the parts that a form announces while its bytes pass. The parser passes over a part whose Content-Disposition
 * it cannot read and says nothing, so that a file would be lost without anybody hearing of it.
 */
export class PartCount {
  /** How many parts were announced so far. */
  count = 0;
  readonly #delimiter: Buffer;
  /** As many bytes as a delimiter has with the two behind it, which tell the last one from the others. */
  readonly #length: number;
  /** Where a delimiter that the next bytes complete may have begun. The first one has no line before it. */
  #rest = Buffer.from("\r\n");
  #isEnded = false;

  constructor(boundary: string) {
    this.#delimiter = Buffer.from(`\r\n--${boundary}`, "latin1");
    this.#length = this.#delimiter.length + 2;
  }

  /** Takes the next bytes, and keeps none of them. */
  add(chunk: Buffer): void {
    const seam = Buffer.concat([this.#rest, chunk.subarray(0, this.#length - 1)]);
    this.#look(seam);
    this.#look(chunk);
    const rest = chunk.length < this.#length ? seam : chunk;
    this.#rest = Buffer.from(rest.subarray(Math.max(0, rest.length - this.#length + 1)));
  }

  #look(bytes: Buffer): void {
    let at = bytes.indexOf(this.#delimiter);
    while (at !== -1 && at + this.#length <= bytes.length && !this.#isEnded) {
      const behind = at + this.#delimiter.length;
      this.#isEnded = bytes.toString("latin1", behind, behind + 2) === "--";
      if (!this.#isEnded) this.count++;
      at = bytes.indexOf(this.#delimiter, behind);
    }
  }
}
