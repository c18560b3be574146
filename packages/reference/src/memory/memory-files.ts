import { type FileSink, KeptBytes, memorySink } from "@image-apis/http-contract";
import type { StoredBytes } from "../store/files.ts";
import { MemoryBytes } from "./memory-bytes.ts";

/** The bytes in memory, those that arrive and those that rows name. */
export class MemoryFiles {
  readonly #room: KeptBytes;
  /** How many rows name these bytes. */
  readonly #named = new Map<StoredBytes, number>();
  #namedBytes = 0;
  /** What gives up the room of bytes that have arrived and that no row names yet. */
  readonly #arrived = new WeakMap<StoredBytes, () => void>();

  /** @param totalBytes as many as there may be. */
  constructor(totalBytes: number) {
    this.#room = new KeptBytes(() => this.#namedBytes, totalBytes);
  }

  /** Of what rows name. */
  get namedBytes(): number {
    return this.#namedBytes;
  }

  sink(): FileSink<StoredBytes> {
    const { write, end, abort } = memorySink(this.#room.reserve());
    return {
      write,
      abort,
      end: async () => {
        const { content, release } = await end();
        const bytes = new MemoryBytes(content);
        this.#arrived.set(bytes, release);
        return bytes;
      },
    };
  }

  discard(bytes: StoredBytes): void {
    this.#arrived.get(bytes)?.();
  }

  /** Says that one more row names these bytes. */
  name(bytes: StoredBytes): void {
    const rows = this.#named.get(bytes) ?? 0;
    this.#named.set(bytes, rows + 1);
    if (rows > 0) return;
    this.#namedBytes += lengthOf(bytes);
    this.discard(bytes);
  }

  /** Says that one row fewer names these bytes. */
  forget(bytes: StoredBytes): void {
    const rows = this.#named.get(bytes) ?? 0;
    if (rows > 1) this.#named.set(bytes, rows - 1);
    else if (this.#named.delete(bytes)) this.#namedBytes -= lengthOf(bytes);
  }
}

function lengthOf(bytes: StoredBytes): number {
  return bytes instanceof MemoryBytes ? (bytes.content?.length ?? 0) : 0;
}
