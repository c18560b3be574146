import { streamsUploads } from "./runtime.ts";

/** How long a call may take, in milliseconds. `Infinity` means no limit. */
export interface Timeouts {
  /**
   * One attempt, its answer included, from the last byte that was sent, or that arrived of an answer longer than 1 MB;
   * by default 60 s, and 10 s more for each MB that is sent. Where the runtime does not tell of bytes that were sent (browsers, Deno), it covers the sending as well,
   * and is by default 60 s, and 100 s more for each MB.
   */
  attempt?: number | undefined;
  /**
   * The whole call with its retries. By default twice the time of an attempt, counted from the last byte that was
   * sent or arrived, so that a slow call that goes on does not end.
   */
  total?: number | undefined;
  /**
   * An upload of which no byte can be sent, or whose files bring none to be looked into; by default 30 s. The sending is
   * not watched where the runtime does not tell.
   */
  idle?: number | undefined;
}

/**
 * The timeouts of a call that sends so many bytes.
 * @throws RangeError When one is not a time.
 */
export function timeoutsFor(bytes: number, ...chosen: (Timeouts | undefined)[]) {
  const pick = (kind: keyof Timeouts) => {
    const time = chosen.find((it) => it?.[kind] !== undefined)?.[kind];
    if (time === undefined || time >= 0) return time;
    throw new RangeError(`timeouts.${kind}: ${time} is not a number of milliseconds.`);
  };
  const usual = 60_000 + bytes / (streamsUploads ? 100 : 10);
  const attempt = pick("attempt") ?? usual;
  const total = pick("total") ?? 2 * Math.max(attempt, usual);
  return { attempt, total, idle: pick("idle") ?? 30_000 };
}

const longest = 2 ** 31 - 1;

/** `setTimeout`, but a time that it cannot hold never comes. */
export function after(
  milliseconds: number,
  act: () => void,
): ReturnType<typeof setTimeout> | undefined {
  return milliseconds > longest ? undefined : setTimeout(act, milliseconds);
}

/** Waits, unless the signal ends it with its reason. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = after(milliseconds, () => {
      signal.removeEventListener("abort", end);
      resolve();
    });
    signal.addEventListener("abort", end, { once: true });
    if (signal.aborted) end();
  });
}
