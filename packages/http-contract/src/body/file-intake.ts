import type { FileSink } from "./file-sink.ts";
import { Meter } from "./measurement.ts";
import type { OpenSinks } from "./open-sinks.ts";
import type { ReceivedFile } from "./received-body.ts";

/** A file that begins to arrive. */
export interface ArrivingFile<Stored> {
  filename: string | undefined;
  /** As the client declared it. */
  mediaType: string;
  /** No more bytes than this reach a sink. */
  maxBytes: number;
  /** Whether its first bytes are not wanted. */
  isHeadless?: boolean;
  /** Opens its sink, at its first byte; `undefined` for a file that is only measured. */
  open(): FileSink<Stored> | undefined;
}

/** Measures one file while it passes into its sink. */
export class FileIntake<Stored> {
  readonly #file: ArrivingFile<Stored>;
  readonly #sinks: OpenSinks<Stored>;
  readonly #meter: Meter;
  #sink: FileSink<Stored> | undefined;
  #isOpened = false;

  constructor(file: ArrivingFile<Stored>, sinks: OpenSinks<Stored>) {
    this.#file = file;
    this.#sinks = sinks;
    this.#meter = new Meter(file.isHeadless);
  }

  /** Takes bytes; what it returns is to be waited for before the next ones. */
  add(chunk: Uint8Array): Promise<void> | undefined {
    this.#openOnce();
    this.#meter.add(chunk);
    const sink = this.#sink;
    if (sink === undefined || !this.#sinks.has(sink)) return undefined;
    // The request will be refused, so that none of its files is wanted any more.
    if (this.#meter.bytes > this.#file.maxBytes) return this.#sinks.abort();
    return this.#sinks.working(sink, sink.write(chunk)) ?? undefined;
  }

  /** The file; nothing may be added after it. */
  async end(): Promise<ReceivedFile<Stored>> {
    const { filename, mediaType } = this.#file;
    const file = { filename, mediaType, ...this.#meter.result(), stored: undefined };
    // A browser sends an empty file without a name for a field in which nothing was chosen.
    if (filename !== undefined) this.#openOnce();
    const sink = this.#sink;
    if (sink === undefined || !this.#sinks.has(sink)) return file;
    return { ...file, stored: await this.#sinks.working(sink, sink.end()) };
  }

  #openOnce(): void {
    if (this.#isOpened) return;
    this.#isOpened = true;
    this.#sink = this.#file.open();
  }
}
