import { createHash } from "node:crypto";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/**
 * Everything that a mock leaves to chance: which calls fail, how late they are, what `dynamic` makes up, and the ids of
 * what a stateful mock stores. With a seed, the same calls in the same order have the same luck.
 */
export class Random {
  readonly #seed: string | undefined;
  #next: () => number = Math.random;

  /** @param seed any text; without one every start is different. */
  constructor(seed?: string) {
    this.#seed = seed;
    this.restart();
  }

  /** The next number, from 0 to 1, which is never reached. */
  number(): number {
    return this.#next();
  }

  /** The next text that is like no other, in the form of a UUID. */
  uuid(): string {
    const part = () => Math.floor(this.#next() * 2 ** 32);
    const hex = Array.from({ length: 4 }, () => part().toString(16).padStart(8, "0")).join("");
    // Version 4, and the variant that goes with it.
    const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** Begins again with the seed. */
  restart(): void {
    if (this.#seed === undefined) return;
    const generator = xoroshiro128plus(
      createHash("sha256").update(this.#seed).digest().readInt32BE(),
    );
    this.#next = () => uniformFloat64(generator);
  }
}
