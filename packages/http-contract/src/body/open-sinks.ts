import type { FilePart, FileSink, OpenSink } from "./file-sink.ts";

/** The sinks of one request: all of its files are kept, or none. */
export class OpenSinks<Stored> {
  readonly #open: OpenSink<Stored>;
  /** Each with what is under way in it. */
  readonly #sinks = new Map<FileSink<Stored>, Promise<unknown> | undefined>();
  #aborted: Promise<void> | undefined;

  /** @param open measures files only by default. */
  constructor(open: OpenSink<Stored> = () => undefined) {
    this.#open = open;
  }

  /** `undefined` for a file that is only measured, as every one is once the others were aborted. */
  open(part: FilePart): FileSink<Stored> | undefined {
    if (this.#aborted !== undefined) return undefined;
    const sink = this.#open(part);
    if (sink !== undefined) this.#sinks.set(sink, undefined);
    return sink;
  }

  /** Whether the bytes of a sink are still wanted. */
  has(sink: FileSink<Stored>): boolean {
    return this.#sinks.has(sink);
  }

  /** Takes note of what a sink does, so that it is not aborted before that is done. */
  working<Result>(
    sink: FileSink<Stored>,
    work: Promise<Result> | Result,
  ): Promise<Result> | Result {
    if (work instanceof Promise) this.#sinks.set(sink, work);
    return work;
  }

  /**
   * Forgets every file, and those to come. Called again, it does nothing more.
   *
   * @throws what the first sink throws that fails, once all were aborted.
   */
  abort(): Promise<void> {
    if (this.#aborted === undefined) {
      this.#aborted = this.#abortAll();
      // Whoever reads the request asks again and hears of it then.
      this.#aborted.catch(() => undefined);
    }
    return this.#aborted;
  }

  async #abortAll(): Promise<void> {
    const sinks = [...this.#sinks];
    this.#sinks.clear();
    const results = await Promise.allSettled(
      sinks.map(async ([sink, work]) => {
        await work?.catch(() => undefined);
        await sink.abort();
      }),
    );
    for (const result of results) if (result.status === "rejected") throw result.reason;
  }
}
