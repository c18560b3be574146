import { type Dealt, type JournalEntry, journalEntry } from "./entry.ts";

/** As many requests as are remembered. */
const capacity = 500;

/** Somebody who wants to know what happens in the journal. */
export interface JournalReader {
  entry(entry: JournalEntry): void;
  cleared(): void;
}

/** The last requests, the newest last. Holds descriptions only, so that it stays small. */
export class Journal {
  #entries: JournalEntry[] = [];
  #last = 0;
  readonly #readers = new Set<JournalReader>();

  add(dealt: Dealt): void {
    this.#last += 1;
    const entry = journalEntry(this.#last, dealt);
    this.#entries.push(entry);
    if (this.#entries.length > capacity) this.#entries.shift();
    for (const reader of this.#readers) reader.entry(entry);
  }

  entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
    for (const reader of this.#readers) reader.cleared();
  }

  /** Tells a reader of everything to come, until the returned function is called. */
  follow(reader: JournalReader): () => void {
    this.#readers.add(reader);
    return () => void this.#readers.delete(reader);
  }
}
