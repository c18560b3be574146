import { type Dealt, type JournalEntry, journalEntry } from "./entry.ts";

/** As many requests as are remembered. */
const capacity = 500;

/** The last requests, the newest last. Holds descriptions only, so that it stays small. */
export class Journal {
  #entries: JournalEntry[] = [];
  #last = 0;
  readonly #readers = new Set<(entry: JournalEntry) => void>();

  add(dealt: Dealt): void {
    this.#last += 1;
    const entry = journalEntry(this.#last, dealt);
    this.#entries.push(entry);
    if (this.#entries.length > capacity) this.#entries.shift();
    for (const read of this.#readers) read(entry);
  }

  entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }

  /** Calls a function with every entry to come, until the returned function is called. */
  follow(read: (entry: JournalEntry) => void): () => void {
    this.#readers.add(read);
    return () => void this.#readers.delete(read);
  }
}
