/** A body before it is written: its media type and, for a form, its parts; else one file or a JSON value. */
export interface CallBody {
  mediaType: string;
  content: unknown;
  /** Whether `content` is the finished text in UTF-8, as a Uint8Array, which is sent as it is. */
  isWritten?: true;
}

/** The option of a body that is a file, or the options of a form's files by part. */
export type FileArguments = string | Readonly<Record<string, string>>;

/** The option that a part comes from. */
export function argumentOf(options: FileArguments, part: string): string {
  return typeof options === "string" ? options : (options[part] ?? part);
}
