import type { ApiError } from "../errors/api-error.ts";

/** A file of a body. */
export interface SentFile {
  /** The option it came from, for example `files[2]`. */
  argument: string;
  /** Its name on the wire. */
  name: string;
}

/** A body that is ready to be sent. */
export interface OutgoingBody {
  contentType: string;
  /** Whether it is a form, whose Content-Type names the boundary. */
  isForm: boolean;
  /** How many bytes it has. */
  size: number;
  files: readonly SentFile[];
  /** Whether it can be opened again, for another attempt. */
  replayable: boolean;
  /** After a connection broke: the error of a file that can no longer be read, which may be why. */
  lostFile?(): Promise<ApiError | undefined>;
  /**
   * Opens it for one attempt: a stream where `fetch` can send one of a known length, else a Blob.
   *
   * @param onLoaded Told how many bytes were read so far, of a stream or before there is a Blob.
   * @param onFailure Told why a file could not be read to its end. The stream fails with the same error, but not every
   *   `fetch` that reads the stream passes it on.
   */
  open(
    signal: AbortSignal,
    onLoaded: (bytes: number) => void,
    onFailure?: (error: ApiError) => void,
  ): Promise<Blob | ReadableStream<Uint8Array>>;
}
