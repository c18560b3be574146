import { type FileSink, KeptBytes, memorySink, type Reservation } from "@image-apis/http-contract";
import type { StoredBytes } from "../store/files.ts";
import { MemoryBytes } from "./memory-bytes.ts";

/** The bytes in memory, those that arrive and those that rows name. */
export class MemoryFiles {
  readonly #room: KeptBytes;
  readonly #shared: KeptBytes | undefined;
  /** How many rows name these bytes. */
  readonly #named = new Map<StoredBytes, number>();
  #namedBytes = 0;
  /** What gives up the room of bytes that have arrived and that no row names yet. */
  readonly #arrived = new WeakMap<StoredBytes, () => void>();

  /**
   * @param totalBytes as many as there may be.
   * @param shared the room of several stores together, which what arrives takes as well.
   */
  constructor(totalBytes: number, shared?: KeptBytes) {
    this.#shared = shared;
    this.#room = new KeptBytes(() => this.#namedBytes, totalBytes);
  }

  /** Of what rows name. */
  get namedBytes(): number {
    return this.#namedBytes;
  }

  sink(): FileSink<StoredBytes> {
    const { write, end, abort } = memorySink(inBoth(this.#room.reserve(), this.#shared?.reserve()));
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

/** Takes room in one place and, where there is another, there too. */
function inBoth(own: Reservation, other: Reservation | undefined): Reservation {
  if (other === undefined) return own;
  return {
    take: (bytes) => other.take(bytes) && own.take(bytes),
    end() {
      own.end();
      other.end();
    },
  };
}

function lengthOf(bytes: StoredBytes): number {
  return bytes instanceof MemoryBytes ? (bytes.content?.length ?? 0) : 0;
}
