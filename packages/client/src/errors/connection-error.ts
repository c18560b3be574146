import { ApiError } from "./api-error.ts";
import { sentence } from "./sentence.ts";

/** The connection could not be made, broke before the answer was read, or led to a redirect; `cause` says more. */
export class ConnectionError<Code extends number = number> extends ApiError<Code> {
  override readonly name = "ConnectionError";
  /** Whether it is certain that the request never reached the server. */
  readonly unsent: boolean;
  /** Whether the answer was a redirect. Browsers do not tell. */
  readonly redirected: boolean;

  constructor(operationId: string, address: string, cause: unknown) {
    const root = rootOf(cause);
    const { message } = root;
    const text = sentence(`${operationId}: no answer from ${address}: ${message}`);
    super(text, { operationId }, { cause });
    this.unsent = neverConnected(root);
    this.redirected = /redirect/i.test(message);
  }
}

/** What runtimes say of the error that started a chain of causes. */
interface Root {
  code?: string | undefined;
  /** What the system was asked to do. */
  syscall?: unknown;
  message: string;
}

/** Whether an error is one of a connection that was not made. Browsers do not tell. */
function neverConnected({ code = "", syscall, message }: Root): boolean {
  return (
    syscall === "connect" ||
    // The same codes also stand for a connection that broke while it was read from or written to.
    (unconnected.test(code) && !/^(read|write)/.test(String(syscall))) ||
    // Node where the other side hangs up during the handshake or the port is one that fetch refuses; Deno for all.
    /before secure TLS connection was established|^bad port$|client error \(Connect\)/.test(message)
  );
}

/** How the codes of Node and Bun begin: nobody there, no way there, no such name, and a certificate that is not trusted. */
const unconnected =
  /^(ECONNREFUSED|E(HOST|NET)(UNREACH|DOWN)|EADDRNOTAVAIL|ENOTFOUND|EAI_|UND_ERR_CONNECT_|ConnectionRefused|FailedToOpenSocket|(ERR_TLS_)?CERT_|(DEPTH_ZERO_)?SELF_SIGNED_|UNABLE_TO_|ERR_SSL_(WRONG_VERSION|PACKET_LENGTH))/;

/** The error that started a chain of causes: `fetch` says no more than that it failed. */
function rootOf(error: unknown): Root {
  if (!(error instanceof Error)) return { message: String(error) };
  if (error.cause instanceof Error) return rootOf(error.cause);
  // Of several addresses of one name, each failed on its own; the last attempt says why.
  const last: unknown = error instanceof AggregateError ? error.errors.at(-1) : undefined;
  if (last instanceof Error) return rootOf(last);
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  return {
    code: typeof code === "string" ? code : undefined,
    syscall,
    message: error.message || String(code),
  };
}
