import type { HandledRequest } from "@image-apis/http-contract";
import { journalEntry } from "./entry.ts";

/** As many requests as are remembered. */
const capacity = 500;

/** As many characters as the JSON of all of them has; the oldest go first. */
const maxCharacters = 8 * 1024 * 1024;

/** Somebody who wants to know what happens in the journal. */
export interface JournalReader {
  /** @param json a `JournalEntry`. */
  entry(json: string): void;
  cleared(): void;
}

/** The last requests, the newest last. Holds descriptions only, as JSON, so that it stays small. */
export class Journal {
  #entries: string[] = [];
  #characters = 0;
  #last = 0;
  readonly #readers = new Set<JournalReader>();

  add(handled: HandledRequest): void {
    this.#last += 1;
    const json = JSON.stringify(journalEntry(this.#last, handled));
    this.#entries.push(json);
    this.#characters += json.length;
    while (this.#entries.length > capacity || this.#characters > maxCharacters) {
      this.#characters -= this.#entries.shift()?.length ?? 0;
    }
    for (const reader of this.#readers) reader.entry(json);
  }

  /** The JSON of a list of `JournalEntry`. */
  json(): string {
    return `[${this.#entries.join()}]`;
  }

  clear(): void {
    this.#entries = [];
    this.#characters = 0;
    for (const reader of this.#readers) reader.cleared();
  }

  /** Tells a reader of everything to come, until the returned function is called. */
  follow(reader: JournalReader): () => void {
    this.#readers.add(reader);
    return () => void this.#readers.delete(reader);
  }
}
