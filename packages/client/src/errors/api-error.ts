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
  readonly operationId: string;
  /** The HTTP status of the answer; undefined when there was none. */
  readonly status: number | undefined;
  /**
   * The vendor's code, for example 8083; undefined where the vendor gave or publishes none. The type has the
   * documented codes; a vendor may answer with others.
   */
  readonly code: Code | undefined;
  /** The body of the answer: parsed where it was JSON that loses nothing by it, else its text. */
  readonly body: unknown;
  /** The answer itself, its body already read; undefined when there was none. */
  readonly response: Response | undefined;
  /** What the vendor calls the request in its logs, where it says so; name it to the vendor's support. */
  readonly requestId: string | undefined;

  constructor(message: string, details: ApiErrorDetails, options?: ErrorOptions) {
    super(message, options);
    this.operationId = details.operationId;
    this.status = details.status;
    // The cast: see the comment of `code`.
    this.code = details.code as Code | undefined;
    this.body = details.body;
    this.response = details.response;
    this.requestId = details.requestId;
  }
}
