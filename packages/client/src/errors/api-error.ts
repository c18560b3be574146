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
 * `UnreadableResponseError`. An argument that is no argument at all is a `TypeError` or a `RangeError` instead.
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

  constructor(message: string, details: ApiErrorDetails, options?: { cause?: unknown }) {
    super(message, options);
    const { operationId, status, code, body, response, requestId } = details;
    Object.assign(this, { operationId, status, code, body, response, requestId });
  }
}
