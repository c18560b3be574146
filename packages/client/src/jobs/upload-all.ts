import { isApiError } from "../errors/is-api-error.ts";
import type { Progress } from "../transport/progress.ts";

/** What `upload` hands to the client's method, so that the whole can be ended and watched. */
export interface UploadCall {
  signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** How far the upload of one item has come. */
export interface ItemProgress<Item> extends Progress {
  item: Item;
  /** The item's place among `items`, from 0. */
  index: number;
}

/** What is uploaded, and how. */
export interface UploadAllOptions<Item, Value> {
  /**
   * Uploads one item: calls a method of the client with what it is given, and returns its promise.
   *
   * @example (item, call) => client.savePersonImage({ ...item, ...call })
   */
  upload(item: Item, call: UploadCall): PromiseLike<Value>;
  /** How many uploads run at the same time; 4 by default. */
  concurrency?: number | undefined;
  /** Ends the whole: nothing more is started, what runs is aborted, and what is left is in the report. */
  signal?: AbortSignal | undefined;
  /** Told of the progress of every item. */
  onProgress?: ((progress: ItemProgress<Item>) => void) | undefined;
}

/** What became of one item. */
export type UploadOutcome<Item, Value> =
  | { item: Item; index: number; status: "stored"; value: Value }
  | { item: Item; index: number; status: "failed"; error: unknown }
  | { item: Item; index: number; status: "left" };

/** What became of all items. */
export interface UploadReport<Item, Value> {
  /** One outcome for each item, in the order of the items. */
  outcomes: readonly UploadOutcome<Item, Value>[];
  /** The outcomes of those that failed. `isApiError(error) && error.mayBeStored` says which of them are in doubt. */
  failed: readonly Extract<UploadOutcome<Item, Value>, { status: "failed" }>[];
  /** The items that were not uploaded because `signal` ended the whole; give them to `uploadAll` to go on. */
  left: readonly Item[];
}

/**
 * Uploads many items, a few at a time. One that fails does not stop the others.
 *
 * @param items What to upload. An iterator is read only as far as uploads can start, so it may be endless or large.
 * @returns When every item is stored, has failed or is left. It rejects only with what `items` throws.
 * @throws RangeError When `concurrency` is not a whole number of at least 1.
 */
export async function uploadAll<Item, Value>(
  items: Iterable<Item> | AsyncIterable<Item>,
  { upload, concurrency = 4, signal, onProgress }: UploadAllOptions<Item, Value>,
): Promise<UploadReport<Item, Value>> {
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError(`concurrency: pass a whole number of at least 1, not ${concurrency}.`);
  }
  const outcomes: UploadOutcome<Item, Value>[] = [];
  const whole = new AbortController();
  const end = () => whole.abort(signal?.reason);
  if (signal?.aborted) end();
  signal?.addEventListener("abort", end);

  const uploadOne = async (item: Item, index: number): Promise<void> => {
    if (whole.signal.aborted) {
      outcomes[index] = { item, index, status: "left" };
      return;
    }
    const call: UploadCall = {
      signal: whole.signal,
      onProgress: (progress) => onProgress?.({ ...progress, item, index }),
    };
    try {
      outcomes[index] = { item, index, status: "stored", value: await upload(item, call) };
    } catch (error) {
      outcomes[index] = wasLeft(error)
        ? { item, index, status: "left" }
        : { item, index, status: "failed", error };
    }
  };

  let count = 0;
  const source = iteratorOf(items);
  const next = oneAtATime(() => source.next());
  const work = async () => {
    for (;;) {
      const { done, value } = await next();
      if (done) return;
      await uploadOne(value, count++);
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: concurrency }, work));
  signal?.removeEventListener("abort", end);
  for (const worker of workers) if (worker.status === "rejected") throw worker.reason;
  return {
    outcomes,
    failed: outcomes.filter((it) => it.status === "failed"),
    left: outcomes.filter(({ status }) => status === "left").map(({ item }) => item),
  };
}

/** Whether an upload was ended by the signal before the server could have stored anything. */
function wasLeft(error: unknown): boolean {
  return isApiError(error) && error.name === "AbortError" && !error.mayBeStored;
}

function iteratorOf<Item>(items: Iterable<Item> | AsyncIterable<Item>): {
  next(): IteratorResult<Item> | Promise<IteratorResult<Item>>;
} {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}

/** Calls one after the other, as async iterators want to be asked. */
function oneAtATime<Value>(ask: () => Value | Promise<Value>): () => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const asked = last.then(ask);
    last = asked.catch(() => {});
    return asked;
  };
}
