import type { Credentials } from "../auth/auth.ts";
import type { ApiError } from "../errors/api-error.ts";
import type { Logger } from "../log/logger.ts";
import type { FetchOptions } from "./fetch-options.ts";
import type { Fetch, Middleware } from "./middleware.ts";
import type { OutgoingBody, SentFile } from "./outgoing-body.ts";
import type { OnProgress, ProgressOptions } from "./progress.ts";
import type { Timeouts } from "./timeouts.ts";

/** What a client and each of its calls can say about sending; the call's word counts. */
export interface SendOptions {
  /**
   * How often a failed attempt is repeated, 2 by default. What may not be done twice, such as adding an image, is
   * repeated only when the server cannot have acted on it.
   */
  maxRetries?: number | undefined;
  /** How long a call may take. */
  timeouts?: Timeouts | undefined;
  /** What `onProgress` may cost in a browser. */
  progress?: ProgressOptions | undefined;
  /**
   * Told of every attempt that failed and is repeated, before the wait. What it throws ends the call and is thrown, as
   * it is.
   */
  onRetry?: ((retry: Retry) => void) | undefined;
  /** What else `fetch` is to be told. */
  fetchOptions?: FetchOptions | undefined;
}

/** An attempt that failed and is going to be repeated. */
export interface Retry {
  operationId: string;
  /** Which attempt failed: 1 for the first. */
  attempt: number;
  /** How it failed. */
  error: ApiError;
  /** How long until the next attempt, in milliseconds; 0 where it only needed fresh credentials. */
  wait: number;
}

/** One call, ready to be sent. */
export interface Delivery<Value> {
  operationId: string;
  method: string;
  url: string;
  /** Makes the headers of one attempt; without credentials. */
  headers(): Headers;
  /** How many bytes of files there are to send. */
  bytes: number;
  /** Makes the body ready, reading no longer than the signal allows; undefined for a call without one. */
  prepare: ((signal: AbortSignal) => Promise<OutgoingBody>) | undefined;
  /** Whether it goes out with credentials. */
  authenticated: boolean;
  /** Whether it may be done twice. */
  repeatable: boolean;
  /**
   * Reads the answer to the files that were sent; one that tells of a failure is an error.
   *
   * @param mayBeDone Whether the server may have acted on an attempt before the answered one.
   */
  read(response: Response, files: readonly SentFile[], mayBeDone: boolean): Promise<Value>;
}

/** What all calls of a client are sent with. */
export interface Transport extends SendOptions {
  /** Sends one request; `globalThis.fetch` by default. */
  fetch: Fetch | undefined;
  middleware: readonly Middleware[];
  /**
   * The headers of the credentials: others than those that were rejected, if there are others. Undefined where there
   * are no credentials at all.
   */
  credentials: ((rejected?: Credentials) => Promise<Credentials>) | undefined;
  logger: Logger | undefined;
}

/** What one call is sent with. */
export interface DeliveryOptions extends SendOptions {
  signal?: AbortSignal | undefined;
  onProgress?: OnProgress | undefined;
}
