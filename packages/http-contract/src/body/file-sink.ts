import type { Limits } from "@image-apis/spec";

/**
 * Where the bytes of one file go while they arrive. Nothing further is read from the client until `write` has
 * resolved. A sink sees at most `maxBytes` of its part's limits: a file of more is aborted, and so is every other file of
 * that request.
 */
export interface FileSink<Stored = unknown> {
  /** @param chunk is the sink's to keep. */
  write(chunk: Uint8Array): Promise<void> | void;
  /** Called once, after the last byte. */
  end(): Promise<Stored> | Stored;
  /**
   * Forgets the file, whether it has ended or not: the request breaks a rule, breaks off, or could not be answered.
   * Called once at most, and never while `write` or `end` is under way.
   */
  abort(): Promise<void> | void;
}

/** A file of a request before its first byte. */
export interface FilePart {
  /** The name of its part as the document spells it; `""` for a raw body. */
  name: string;
  /** `undefined` for a raw body, and for a part without one. */
  filename: string | undefined;
  /** As the client declared it. */
  mediaType: string;
  /** What the document says of its size and kind. */
  limits: Limits;
}

/** Opens the sink of a file; `undefined` for a file that is only measured. */
export type OpenSink<Stored> = (part: FilePart) => FileSink<Stored> | undefined;
