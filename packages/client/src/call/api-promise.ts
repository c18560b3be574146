import { ApiError } from "../errors/api-error.ts";

/** What a call that succeeded brings. */
export interface Answered<Data> {
  data: Data;
  /** The answer itself, its body already read. */
  response: Response;
}

/** What a call came to. */
export type Result<Data, Code extends number = number> =
  | (Answered<Data> & { error?: undefined })
  | { data?: undefined; error: ApiError<Code>; response: Response | undefined };

/** A call under way: a promise of its data, which rejects with an `ApiError`. */
export interface ApiPromise<Data, Code extends number = number> extends Promise<Data> {
  /** The data, and the `Response` it came with. */
  withResponse(): Promise<Answered<Data>>;
  /** Either `data` or `error`: an `ApiError` does not reject. A wrong argument, a `TypeError`, still does. */
  result(): Promise<Result<Data, Code>>;
}

export function apiPromise<Data, Code extends number>(
  call: Promise<Answered<Data>>,
): ApiPromise<Data, Code> {
  // Not by `then`, behind which no stack trace looks for the caller.
  const promise = (async () => (await call).data)();
  // Whoever takes another face of the call is told of its failure there, and only there.
  const instead = () => {
    promise.catch(() => {});
    return call;
  };
  return Object.assign(promise, {
    withResponse: instead,
    result: () => instead().catch(failed<Code>),
  });
}

function failed<Code extends number>(error: unknown) {
  // The cast: the codes are the operation's own.
  if (error instanceof ApiError)
    return { error: error as ApiError<Code>, response: error.response };
  throw error;
}
