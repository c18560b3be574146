import type { Credentials } from "../auth/auth.ts";
import { ApiError } from "../errors/api-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import type { Log } from "../log/redacting.ts";
import { connection } from "./connections.ts";
import { addHeaders, addressWith } from "./credentials.ts";
import { deadline, orAborted } from "./deadline.ts";
import type { FetchOptions } from "./fetch-options.ts";
import { version } from "./generated/version.ts";
import { tellingOfBytes } from "./long-answer.ts";
import { type Fetch, wrapped } from "./middleware.ts";
import type { OutgoingBody } from "./outgoing-body.ts";
import type { OnProgress } from "./progress.ts";
import { isBrowser, isRedirect, redirectMode, sendsVersion } from "./runtime.ts";
import type { Delivery, Transport } from "./transport.ts";
import { xhrFetch } from "./xhr.ts";

/** What one attempt has of its own. */
export interface Attempt {
  signal: AbortSignal;
  times: { attempt: number; idle: number };
  credentials: Credentials;
  body: OutgoingBody | undefined;
  /** Whether the server may have acted on an attempt before this one. */
  mayBeDone: boolean;
  /** Which attempt it is, from 1. */
  number: number;
  fetchOptions: FetchOptions;
  /** Called when the request is handed to the network. */
  onSend(): void;
  onProgress: OnProgress | undefined;
  /** Whether a redirect may be followed, for the sake of progress that tells more. */
  followRedirects: boolean;
  log: Log | undefined;
  /** Called whenever something moved: bytes were sent, or the request left the queue. */
  onMove: () => void;
  /**
   * Takes up the errors of the exchange itself. Only these say what the server may have done; those of a middleware, a
   * logger or a progress listener do not.
   */
  exchangeErrors: Set<unknown>;
}

/**
 * Sends a call once and reads its answer.
 *
 * @throws ApiError What went wrong between this machine and the server.
 * @throws unknown What a middleware, a logger or a progress listener threw, as it was thrown.
 */
export async function attemptOnce<Value>(
  transport: Transport,
  delivery: Delivery<Value>,
  attempt: Attempt,
): Promise<Value> {
  const { operationId, method, read } = delivery;
  const { signal: parent, times, credentials, body, mayBeDone, log, exchangeErrors } = attempt;
  const url = addressWith(delivery.url, credentials);
  const { middleware } = transport;
  const time = deadline(operationId, parent, (reason) => reason);
  const { signal } = time;
  /** Ends the reading of the body; an answer may come before the last byte was sent. */
  const end = body && new AbortController();
  const total = body?.size ?? 0;
  /** Why a file could not be read to its end; Workers say no more than that the connection was lost. */
  let unreadable: ApiError | undefined;
  const onFailure = (error: ApiError) => {
    unreadable = error;
  };
  /** What the listener threw; on its way through the body's stream it would look like a broken connection. */
  let stray: { error: unknown } | undefined;
  const tell = (loaded: number) => {
    try {
      if (total > 0) attempt.onProgress?.({ loaded, total, attempt: attempt.number });
    } catch (error) {
      stray = { error };
      throw error;
    }
  };
  /** While bytes flow, the attempt goes on; it is idle when none does. */
  const move = (idle: number) => {
    time.watch("idle", idle);
    time.watch("attempt", times.attempt);
    attempt.onMove();
  };
  /** Files that have to be read before they are sent bring bytes as well, which nobody is told of. */
  let isOpening = false;
  const onLoaded = (loaded: number) => {
    move(loaded < total ? times.idle : Number.POSITIVE_INFINITY);
    if (!isOpening) tell(loaded);
  };
  const headers = headersOf(delivery.headers(), credentials, body);

  const noted = (error: unknown) => {
    exchangeErrors.add(error);
    return error;
  };
  /** Names what goes wrong while something of the server's is waited for. */
  const exchanged = async <Result>(result: Promise<Result>): Promise<Result> => {
    try {
      return await result;
    } catch (error) {
      if (stray !== undefined) throw stray.error;
      if (signal.aborted) throw error;
      if (error instanceof ApiError) throw noted(error);
      unreadable ??= await body?.lostFile?.();
      if (unreadable !== undefined) throw noted(unreadable);
      throw noted(new ConnectionError(operationId, new URL(url).host, error));
    }
  };
  const answer = async (sent: Promise<Response>) => {
    const response = await exchanged(sent);
    if (!isRedirect(response)) return response;
    response.body?.cancel().catch(() => {});
    return exchanged(Promise.reject(new TypeError("unexpected redirect")));
  };

  const send = async () => {
    if (end) time.watch("idle", times.idle);
    isOpening = true;
    const reading = end && AbortSignal.any([signal, end.signal]);
    const content = reading && (await body?.open(reading, onLoaded, onFailure));
    isOpening = false;
    const isStream = content instanceof ReadableStream;
    if (isStream) headers.set("Content-Length", String(total));
    const init: RequestInit = {
      // The cast: what a runtime does not know, it ignores.
      ...(attempt.fetchOptions as RequestInit),
      method,
      headers,
      signal,
      body: content ?? null,
      ...(isStream && { duplex: "half" as const }),
      // Followed, a redirect would carry tokens to another host. Together with `window`, this also keeps Node from
      // holding all that was sent in memory, to send it again.
      redirect: redirectMode(),
      window: null,
    };
    let { fetch } = transport;
    const isXhr =
      attempt.followRedirects &&
      attempt.onProgress !== undefined &&
      content instanceof Blob &&
      fetch === undefined &&
      "XMLHttpRequest" in globalThis;
    if (isXhr) fetch = xhrFetch(content, onLoaded);
    log?.debug(`${operationId}: ${method} ${delivery.url}`, headers);
    // Some fetches follow no signal.
    signal.throwIfAborted();
    // A call without a body has just started its times.
    if (content) move(isStream && total > 0 ? times.idle : Number.POSITIVE_INFINITY);
    if (content && !isStream && !isXhr) tell(0);
    // A Request costs as much as the rest of a small call; it is made for those who look at it.
    attempt.onSend();
    const response =
      fetch === undefined && middleware.length === 0
        ? await answer(globalThis.fetch(url, init))
        : await wrapped(middleware, (request) =>
            answer((fetch ?? builtIn(attempt.fetchOptions))(request)),
          )(new Request(url, init));
    if (content) time.watch("idle", Number.POSITIVE_INFINITY);
    if (content && !isStream && !isXhr) tell(total);
    log?.debug(`${operationId}: ${response.status}`, response.headers);
    const told = tellingOfBytes(response, () => move(Number.POSITIVE_INFINITY));
    return exchanged(read(told, body?.files ?? [], mayBeDone));
  };

  let release: (() => void) | undefined;
  try {
    if (isBrowser && transport.fetch === undefined) {
      release = await connection(url, signal);
      attempt.onMove();
    }
    time.watch("attempt", times.attempt);
    return await orAborted(signal, send());
  } catch (error) {
    throw signal.aborted ? noted(signal.reason) : error;
  } finally {
    release?.();
    time.clear();
    end?.abort();
  }
}

/** Sends a `Request`; what such a one does not keep, a proxy of Bun for instance, is handed over beside it. */
function builtIn(options: FetchOptions): Fetch {
  const beside = Object.entries(options).filter(([name]) => !(name in Request.prototype));
  const init: RequestInit =
    beside.length > 0 ? { ...Object.fromEntries(beside), window: null } : {};
  return (request) => globalThis.fetch(request, init);
}

/** The credentials stand behind a header that the caller set; so does a media type, but not that of a form. */
function headersOf(
  headers: Headers,
  credentials: Credentials,
  body: OutgoingBody | undefined,
): Headers {
  if (body && (body.isForm || !headers.has("content-type"))) {
    headers.set("Content-Type", body.contentType);
  }
  addHeaders(headers, credentials);
  if (sendsVersion && !headers.has("user-agent")) headers.set("User-Agent", version);
  return headers;
}
