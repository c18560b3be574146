import { ApiError } from "./api-error.ts";
import { sentence } from "./sentence.ts";

/** What is wrong with a file, in the words of its runtime. */
export function cannotBeRead(cause: unknown): string {
  return `cannot be read; did it change, or was its stream read before? ${cause}`;
}

/**
 * A file that could not be sent as it was: it changed or disappeared during the upload, its stream brought fewer or
 * more bytes than it said, or a stream that can be read only once was needed a second time.
 */
export class FileError<Code extends number = number> extends ApiError<Code> {
  override readonly name = "FileError";
  /** The option that holds the file, for example `files[2]`. */
  readonly argument: string;

  constructor(
    operationId: string,
    argument: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(sentence(`${operationId}: ${argument} ${message}`), { operationId }, options);
    this.argument = argument;
  }
}
