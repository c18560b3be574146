import { TimeoutError, type TimeoutKind } from "../errors/timeout-error.ts";
import { after } from "./timeouts.ts";

/** A signal that also aborts when a time runs out; its reason is always the error to throw. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Watches one more time; started again, it counts from now. Infinity watches it no longer. */
  watch(kind: TimeoutKind, milliseconds: number): void;
  /** Ends all watching, for good: what comes late, such as the last progress of an upload, starts no timer. */
  clear(): void;
}

/**
 * @param parent A signal that aborts this one too.
 * @param reasonOf Makes the error for an abort of the parent.
 */
export function deadline(
  operationId: string,
  parent: AbortSignal | undefined,
  reasonOf: (reason: unknown) => unknown,
): Deadline {
  const controller = new AbortController();
  const timers = new Map<TimeoutKind, ReturnType<typeof setTimeout> | undefined>();
  let over = false;
  const follow = () => controller.abort(reasonOf(parent?.reason));
  parent?.addEventListener("abort", follow);
  if (parent?.aborted) follow();
  return {
    signal: controller.signal,
    watch(kind, milliseconds) {
      clearTimeout(timers.get(kind));
      if (over) return;
      const end = () => controller.abort(new TimeoutError(operationId, kind, milliseconds));
      timers.set(kind, after(milliseconds, end));
    },
    clear() {
      over = true;
      parent?.removeEventListener("abort", follow);
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** Waits for work, but no longer than a signal allows, whether the work follows it or not. */
export function orAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason);
    const done = () => signal.removeEventListener("abort", end);
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
    // Twice in every call: a `finally` would make two more promises of each.
    work.then(
      (value) => {
        done();
        resolve(value);
      },
      (error) => {
        done();
        reject(error);
      },
    );
  });
}
