import type { Breach } from "./breach.ts";

/** A body before it is written: its media type and, for a form, its parts; else one file or a JSON value. */
export interface CallBody {
  mediaType: string;
  content: unknown;
  /** Whether `content` is the finished text in UTF-8, as a Uint8Array, which is sent as it is. */
  isWritten?: true;
}

/** What one call sends, by the names of the wire. */
export interface WireCall {
  path: object;
  query: object;
  header: object;
  body?: CallBody | undefined;
  /** The option that the body's files come from, for messages. */
  bodyArgument?: string | undefined;
  /** A limit broken by something other than a file of the body. */
  breach?: Breach | undefined;
}
