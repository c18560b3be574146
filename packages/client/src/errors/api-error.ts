/** Marks an `ApiError` for `isApiError`, in every copy of this package. */
export const apiErrorBrand: unique symbol = Symbol.for("@image-apis/client/ApiError");

/** An `ApiError` as plain data; see `toJSON`. */
export interface ApiErrorJson {
  name: string;
  message: string;
  operationId: string;
  mayBeStored: boolean;
  status?: number;
  code?: number;
  requestId?: string;
  body?: unknown;
  /** The message of the error behind it. */
  cause?: string;
  /** What the error's own class has more, for example `argument` or `failedFiles`. */
  [field: string]: unknown;
}

/** What an `ApiError` carries. */
export interface ApiErrorDetails {
  operationId: string;
  status?: number | undefined;
  code?: number | undefined;
  body?: unknown;
  response?: Response | undefined;
  requestId?: string | undefined;
}

/**
 * A call that failed. Each cause has a subclass of its own: `VendorError` and its subclasses `AuthenticationError` and
 * `RateLimitError`, `LimitError`, `FileError`, `CredentialsError`, `TimeoutError`, `AbortError`, `ConnectionError` and
 * `UnreadableResponseError`. An argument that is not an argument at all is a `TypeError` or a `RangeError` instead.
 *
 * @typeParam Code The vendor's codes, documented for the operation.
 */
export class ApiError<Code extends number = number> extends Error {
  override readonly name: string = "ApiError";
  /** The operation that failed, for example `addCustomerImage`. */
  declare readonly operationId: string;
  /** The HTTP status of the answer; undefined when there was none. */
  declare readonly status: number | undefined;
  /**
   * The vendor's code, for example 8083; undefined where the vendor gave or publishes none. The type has the
   * documented codes; a vendor may answer with others.
   */
  declare readonly code: Code | undefined;
  /** The body of the answer: parsed where it was JSON that loses nothing by it, else its text. */
  declare readonly body: unknown;
  /** The answer itself, its body already read; undefined when there was none. */
  declare readonly response: Response | undefined;
  /** What the vendor calls the request in its logs, where it says so; name it to the vendor's support. */
  declare readonly requestId: string | undefined;
  /**
   * Whether the server may have carried out the request although the call failed: the connection broke after it was
   * sent, nothing came in time, the response could not be read, or it tells of an error of the server's own. `false`
   * where nothing was sent or the server refused, and for calls that change nothing. `addOnce` finds out which it is.
   */
  readonly mayBeStored: boolean = false;
  /** @internal */
  readonly [apiErrorBrand] = true;

  constructor(message: string, details: ApiErrorDetails, options?: { cause?: unknown }) {
    super(message, options);
    const { operationId, status, code, body, response, requestId } = details;
    Object.assign(this, { operationId, status, code, body, response, requestId });
  }

  /**
   * The error as plain data, for a log, a worker's message or a queue: `JSON.stringify` calls it, and
   * `structuredClone(error.toJSON())` loses nothing. Left out are the stack and the `Response`.
   */
  toJSON(): ApiErrorJson {
    const { response: _, cause, name, message, ...fields } = this;
    const reason = cause instanceof Error ? cause.message : String(cause);
    // The cast: what a subclass adds is not known here.
    return {
      name,
      message,
      ...fields,
      ...(cause !== undefined && { cause: reason }),
    } as ApiErrorJson;
  }
}

/** @internal What the transport knows of a failed call; set once, before the caller sees the error. */
export function noteMayBeStored(error: ApiError, mayBeStored: boolean): void {
  (error as { mayBeStored: boolean }).mayBeStored = mayBeStored;
}
