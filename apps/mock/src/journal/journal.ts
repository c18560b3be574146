import type { IncomingMessage } from "node:http";
import type { Problem } from "../problem.ts";
import { type Dealt, journalEntry } from "./entry.ts";

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
  readonly #refusals = new WeakMap<object, Problem>();
  readonly #readers = new Set<JournalReader>();

  add(dealt: Dealt): void {
    this.#last += 1;
    const json = JSON.stringify(journalEntry(this.#last, this.#withRefusal(dealt)));
    this.#entries.push(json);
    this.#characters += json.length;
    while (this.#entries.length > capacity || this.#characters > maxCharacters) {
      this.#characters -= this.#entries.shift()?.length ?? 0;
    }
    for (const reader of this.#readers) reader.entry(json);
  }

  /** Says what a client got for a request that did not arrive as a whole, whatever is added of it later. */
  refused(request: IncomingMessage, problem: Problem): void {
    this.#refusals.set(request, problem);
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

  #withRefusal(dealt: Dealt): Dealt {
    const problem = this.#refusals.get(dealt.request);
    if (problem === undefined) return dealt;
    const trace = { ...dealt.trace, why: problem.message, violations: [problem.message] };
    return { ...dealt, trace, answer: problem.answer(), verdict: "malformed" };
  }
}
