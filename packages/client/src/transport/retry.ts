import { ConnectionError } from "../errors/connection-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { VendorError } from "../errors/vendor-error.ts";

/** No server is waited for longer than this; what asks for more is told to the caller. */
const longestWait = 60_000;

/**
 * How long to wait before a failed attempt is repeated.
 *
 * @param repeatable Whether the operation may be done twice. One that may not (a second image would be added, another
 *   image deleted) is repeated only when the server cannot have acted on it.
 * @returns Milliseconds, or undefined where it is not to be repeated.
 */
export function waitBeforeRetry(
  error: unknown,
  attempt: number,
  repeatable: boolean,
): number | undefined {
  if (!wasUnprocessed(error) && !(repeatable && isPassing(error))) return undefined;
  const asked = askedWait(error);
  if (asked !== undefined) return asked <= longestWait ? asked : undefined;
  return Math.random() * Math.min(8_000, 500 * 2 ** attempt);
}

/** Whether it is certain that the server did not act on a request. */
export function wasUnprocessed(error: unknown): boolean {
  return (
    (error instanceof ConnectionError && error.unsent) ||
    (error instanceof VendorError &&
      (error.status === 429 || (error.status === 503 && askedWait(error) !== undefined)))
  );
}

/** Whether a failure may be gone in a moment. */
function isPassing(error: unknown): boolean {
  if (error instanceof TimeoutError) return error.kind !== "total";
  if (error instanceof VendorError) return error.status === 408 || (error.status ?? 0) >= 500;
  return error instanceof ConnectionError && !error.redirected;
}

/** `Retry-After` in milliseconds; it comes as seconds or as a date, which ends in GMT. */
function askedWait(error: unknown): number | undefined {
  const headers = error instanceof VendorError ? error.response?.headers : undefined;
  const value = headers?.get("retry-after");
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value.trim())) return Number(value) * 1000;
  // The server's own clock, where it tells: this machine's may be wrong.
  const now = Date.parse(headers?.get("date") ?? "") || Date.now();
  const wait = /GMT/.test(value) ? Date.parse(value) - now : Number.NaN;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
