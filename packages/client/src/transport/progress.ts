/** How far an attempt to send a body has come, in bytes; the framing of a form counts. A retry starts again. */
export interface Progress {
  /** Which attempt it is: 1 for the first, 2 for the first retry. */
  attempt: number;
  loaded: number;
  total: number;
}

/**
 * Told of every piece of a body that was handed to the network. Where the runtime does not tell of pieces (browsers,
 * Deno), of the start and of the end.
 */
export type OnProgress = (progress: Progress) => void;

export interface ProgressOptions {
  /**
   * Sends an upload that has an `onProgress` with XMLHttpRequest in a browser, which tells of every piece. **It follows
   * redirects:** a server that answers with one has the browser hand the credentials and the file to another host,
   * before the call fails. Only the page's own policy, `Content-Security-Policy: connect-src` with the hosts of the API,
   * keeps that from happening. `false` by default.
   */
  followRedirects?: boolean | undefined;
}
