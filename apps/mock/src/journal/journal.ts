import type { HandledRequest } from "@image-apis/http-contract";
import { journalEntry } from "./entry.ts";

/** How much a journal remembers; beyond it, the oldest requests go first. */
export interface JournalBounds {
  /** How many requests. */
  entries: number;
  /** How many characters the JSON of all of them has. */
  characters: number;
}

const usualBounds: JournalBounds = { entries: 500, characters: 8 * 1024 * 1024 };

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
  readonly #bounds: JournalBounds;
  readonly #readers = new Set<JournalReader>();

  constructor(bounds = usualBounds) {
    this.#bounds = bounds;
  }

  /** How many characters the JSON of all requests has. */
  get characters(): number {
    return this.#characters;
  }

  add(handled: HandledRequest): void {
    this.#last += 1;
    const json = JSON.stringify(journalEntry(this.#last, handled));
    this.#entries.push(json);
    this.#characters += json.length;
    const { entries, characters } = this.#bounds;
    while (this.#entries.length > entries || this.#characters > characters) {
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
