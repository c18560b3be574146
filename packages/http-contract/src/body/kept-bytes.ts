/** As many bytes of one file as are kept where they are wanted. */
export const maxKeptBytes = 64 * 1024 * 1024;

/** As many bytes of all files as are kept at once: those that arrive and those that are remembered. */
export const maxTotalBytes = 256 * 1024 * 1024;

/** Counts the bytes that are held while files arrive, so that many at once cannot fill the memory. */
export class KeptBytes {
  readonly #remembered: () => number;
  readonly #most: number;
  #arriving = 0;

  /**
   * @param remembered how many bytes are held beside those that arrive.
   * @param most as many as may be held of both.
   */
  constructor(remembered: () => number, most = maxTotalBytes) {
    this.#remembered = remembered;
    this.#most = most;
  }

  /** Opens the account of one file. */
  reserve(): Reservation {
    let taken = 0;
    return {
      take: (bytes) => {
        if (this.#remembered() + this.#arriving + bytes > this.#most) return false;
        taken += bytes;
        this.#arriving += bytes;
        return true;
      },
      end: () => {
        this.#arriving -= taken;
        taken = 0;
      },
    };
  }
}

/** What is held of one file that arrives. */
export interface Reservation {
  /** Asks for more; `false` where there is no room, and then nothing is taken. */
  take(bytes: number): boolean;
  /** Gives back everything: what was kept is remembered or let go of. */
  end(): void;
}
