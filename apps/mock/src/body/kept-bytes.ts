/** As many bytes of one file as are kept where they are wanted. */
export const maxKeptBytes = 64 * 1024 * 1024;

/** As many bytes of all files as are kept at once: those that arrive and those that are remembered. */
export const maxTotalBytes = 256 * 1024 * 1024;

/** Counts the bytes that are held while files arrive, so that many at once cannot fill the memory. */
export class KeptBytes {
  #bytes = 0;

  /** Asks for more; `false` where there is no room, and then nothing is taken. */
  take(bytes: number): boolean {
    if (this.#bytes + bytes > maxTotalBytes) return false;
    this.#bytes += bytes;
    return true;
  }

  /** Gives back what was taken. */
  give(bytes: number): void {
    this.#bytes -= bytes;
  }
}
