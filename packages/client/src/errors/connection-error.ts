import { ApiError } from "./api-error.ts";

/** The connection could not be made, broke before the answer was read, or led to a redirect; `cause` says more. */
export class ConnectionError<Code extends number = number> extends ApiError<Code> {
  override readonly name = "ConnectionError";
  /** Whether it is certain that the request never reached the server. */
  readonly unsent: boolean;
  /** Whether the answer was a redirect. Browsers do not tell. */
  readonly redirected: boolean;

  constructor(operationId: string, address: string, cause: unknown) {
    const { code, message } = rootOf(cause);
    super(`${operationId}: no answer from ${address}: ${message}.`, { operationId }, { cause });
    this.unsent = code !== undefined && neverConnected.test(code);
    this.redirected = /redirect/i.test(message);
  }
}

/** The codes of Node and Bun for a connection that was not made. Browsers do not tell. */
const neverConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;

/** The error that started a chain of causes: `fetch` says no more than that it failed. */
function rootOf(error: unknown): { code: string | undefined; message: string } {
  if (!(error instanceof Error)) return { code: undefined, message: String(error) };
  if (error.cause instanceof Error) return rootOf(error.cause);
  const { code } = error as { code?: unknown };
  return {
    code: typeof code === "string" ? code : undefined,
    message: error.message || String(code),
  };
}
