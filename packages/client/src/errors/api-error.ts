/** What an `ApiError` carries. */
export interface ApiErrorDetails {
  operationId: string;
  status?: number | undefined;
  code?: number | undefined;
  body?: unknown;
  response?: Response | undefined;
}

/**
 * A call that failed: the server answered with another status than 2xx, described a failure inside a 200, or sent
 * something that cannot be read. `LimitError`, its subclass, is raised before anything is sent.
 */
export class ApiError extends Error {
  override readonly name: string = "ApiError";
  /** The operation that failed, for example `addCustomerImage`. */
  readonly operationId: string;
  /** The HTTP status of the answer; undefined when nothing was sent. */
  readonly status: number | undefined;
  /** The vendor's code, for example 8083; undefined where the vendor gave or publishes none. */
  readonly code: number | undefined;
  /** The body of the answer: parsed where it was JSON, else its text. */
  readonly body: unknown;
  /** The answer itself, its body already read; undefined when nothing was sent. */
  readonly response: Response | undefined;

  constructor(message: string, details: ApiErrorDetails, options?: ErrorOptions) {
    super(message, options);
    this.operationId = details.operationId;
    this.status = details.status;
    this.code = details.code;
    this.body = details.body;
    this.response = details.response;
  }
}
