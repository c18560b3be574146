import type { Measurement } from "./measurement.ts";

/** A file after it has passed. */
export interface ReceivedFile<Stored = unknown> extends Measurement {
  /** `undefined` for a raw body, and for a part without one. */
  filename: string | undefined;
  /** As the client declared it; `text/plain` where it did not. */
  mediaType: string;
  /** What its sink made of it; `undefined` for a file that was only measured. */
  stored?: Stored | undefined;
}

/** One part of a form. */
export interface FormPart<Stored = unknown> {
  /** `undefined` for a part without a name. */
  name: string | undefined;
  /** `undefined` for a text field. A part is a file where it has a file name, or is `application/octet-stream`. */
  file: ReceivedFile<Stored> | undefined;
  /** What a short text field says, to find the exchange that sends it; no journal shows it. */
  text?: string | undefined;
}

/** A request's body after it has passed; `media` is the documented media type it was read as. */
export type ReceivedBody<Stored = unknown> =
  | { kind: "none" }
  | { kind: "json"; media: string; value: unknown }
  | { kind: "file"; media: string; file: ReceivedFile<Stored> }
  | { kind: "form"; media: string; parts: FormPart<Stored>[] };

/** The files of a body, in their order; a raw body is one. */
export function filesOf<Stored>(body: ReceivedBody<Stored>): ReceivedFile<Stored>[] {
  if (body.kind === "file") return [body.file];
  if (body.kind !== "form") return [];
  return body.parts.flatMap(({ file }) => file ?? []);
}

/** Lets go of what the sinks made of a body's files; what is known of the files stays. */
export function forgetStored(body: ReceivedBody | undefined): void {
  if (body !== undefined) for (const file of filesOf(body)) file.stored = undefined;
}
