import type { Credentials } from "../auth/auth.ts";
import { AbortError } from "../errors/abort-error.ts";
import { ApiError, noteMayBeStored } from "../errors/api-error.ts";
import { CredentialsError } from "../errors/credentials-error.ts";
import { VendorError } from "../errors/vendor-error.ts";
import { redacting } from "../log/redacting.ts";
import { attemptOnce } from "./attempt.ts";
import { areOverridden } from "./credentials.ts";
import { type Deadline, deadline, orAborted } from "./deadline.ts";
import type { OutgoingBody } from "./outgoing-body.ts";
import { waitBeforeRetry, wasRefused } from "./retry.ts";
import { sleep, timeoutsFor } from "./timeouts.ts";
import type { Delivery, DeliveryOptions, Transport } from "./transport.ts";

/** Sends a call, again where that may help, and reads its answer. */
export async function deliver<Value>(
  transport: Transport,
  delivery: Delivery<Value>,
  options: DeliveryOptions,
): Promise<Value> {
  const { operationId, prepare, authenticated, repeatable } = delivery;
  const isTotalChosen = (options.timeouts?.total ?? transport.timeouts?.total) !== undefined;
  const maxRetries = options.maxRetries ?? transport.maxRetries ?? 2;
  if (!(maxRetries >= 0)) {
    throw new RangeError(`maxRetries: ${maxRetries} is not a number of retries.`);
  }
  const { whole, total, ...times } = started(transport, delivery, options);
  const { signal } = whole;
  const ask = async (rejected?: Credentials) => {
    if (!authenticated || transport.credentials === undefined) return {};
    const asked = transport.credentials(rejected).catch((cause: unknown) => {
      throw cause instanceof ApiError ? cause : new CredentialsError(operationId, cause);
    });
    return orAborted(signal, asked);
  };
  const { onProgress, onRetry = transport.onRetry } = options;
  const fetchOptions = { ...transport.fetchOptions, ...options.fetchOptions };
  const { followRedirects = false } = options.progress ?? transport.progress ?? {};
  // A time that nobody chose is for a call that makes no headway.
  const onMove = () => {
    if (!isTotalChosen) whole.watch("total", total);
  };
  const exchangeErrors = new Set<unknown>();
  const isReading = delivery.method === "GET" || delivery.method === "HEAD";
  let mayBeStored = false;
  try {
    signal.throwIfAborted();
    const { logger } = transport;
    const log = logger && redacting(logger);
    let body: OutgoingBody | undefined;
    if (prepare !== undefined) body = await prepared(whole, prepare, times.idle);
    let credentials = await ask();
    let renewed = false;
    for (let retries = 0, number = 1; ; number++) {
      let isSent = false;
      try {
        const attempt = {
          signal,
          times,
          credentials,
          body,
          mayBeDone: mayBeStored,
          number,
          fetchOptions,
          onSend: () => {
            isSent = true;
          },
          onProgress,
          followRedirects,
          onMove,
          log,
          exchangeErrors,
        };
        return await attemptOnce(transport, delivery, attempt);
      } catch (error) {
        mayBeStored ||= isSent && !isReading && !wasRefused(error);
        if (!exchangeErrors.has(error)) throw error;
        if (!renewed && error instanceof VendorError && error.status === 401) {
          // Those that the caller set for this call are not the client's to renew.
          if (areOverridden(credentials, delivery.headers())) throw error;
          const others = await ask(credentials);
          if (JSON.stringify(others) === JSON.stringify(credentials)) throw error;
          // Renewed for the next call, even where this one cannot be sent again.
          if (body?.replayable === false) throw error;
          credentials = others;
          renewed = true;
          onRetry?.({ operationId, attempt: number, error, wait: 0 });
          continue;
        }
        if (body?.replayable === false) throw error;
        const wait = retries < maxRetries ? waitBeforeRetry(error, retries, repeatable) : undefined;
        if (wait === undefined || !(error instanceof ApiError)) throw error;
        retries += 1;
        onRetry?.({ operationId, attempt: number, error, wait });
        log?.warn(`${error.message} Retry ${retries} of ${maxRetries} in ${Math.round(wait)} ms.`);
        await sleep(wait, signal);
        credentials = await ask();
      }
    }
  } catch (error) {
    if (error instanceof ApiError) noteMayBeStored(error, mayBeStored);
    throw error;
  } finally {
    whole.clear();
  }
}

type Call = Pick<Delivery<unknown>, "operationId" | "bytes">;

/** The times of a call, the whole of which begins now. */
function started(transport: Transport, { operationId, bytes }: Call, options: DeliveryOptions) {
  const times = timeoutsFor(bytes, options.timeouts, transport.timeouts);
  const abort = (reason: unknown) => new AbortError(operationId, reason);
  const whole = deadline(operationId, options.signal, abort);
  whole.watch("total", times.total);
  return { ...times, whole };
}

type Prepare = NonNullable<Delivery<unknown>["prepare"]>;

async function prepared(whole: Deadline, prepare: Prepare, idle: number): Promise<OutgoingBody> {
  whole.watch("idle", idle);
  const body = await orAborted(whole.signal, prepare(whole.signal));
  whole.watch("idle", Number.POSITIVE_INFINITY);
  return body;
}

/** Makes the body of a call ready before the call is delivered, within the same times. */
export async function prepareInTime(
  transport: Transport,
  call: Call & Pick<Delivery<unknown>, "prepare">,
  options: DeliveryOptions,
): Promise<OutgoingBody | undefined> {
  if (call.prepare === undefined) return undefined;
  const { whole, idle } = started(transport, call, options);
  try {
    return await prepared(whole, call.prepare, idle);
  } finally {
    whole.clear();
  }
}
