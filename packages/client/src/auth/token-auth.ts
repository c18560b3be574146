import { UnreadableResponseError } from "../errors/unreadable-response-error.ts";
import { text } from "../values/arguments.ts";
import type { Auth, AuthClient } from "./auth.ts";
import { type Token, type TokenCache, tokenCache } from "./token-cache.ts";

/** How a token is obtained: the operation, and where its answer holds the token and its lifetime. */
export interface TokenOperation {
  /** The function that makes the credentials, for messages. */
  readonly maker: string;
  readonly operationId: string;
  /** JSON pointers to the token and to the seconds it lives. */
  readonly token: string;
  readonly seconds: string;
}

/**
 * Credentials obtained from an operation of the API, kept for as long as they live, and renewed once for all calls that
 * run in parallel: shortly before they expire, or when they are refused. Clients that share them have a token each.
 *
 * @param secrets The options of the operation.
 * @throws TypeError When a secret is missing.
 */
export function tokenAuth<Vendor extends string>(
  vendor: Vendor,
  header: string,
  operation: TokenOperation,
  secrets: Readonly<Record<string, string>>,
): Auth<Vendor> {
  for (const [name, value] of Object.entries(secrets)) text(name, value);
  /** A token is good for the host that gave it. */
  const caches = new WeakMap<AuthClient, TokenCache>();
  return {
    vendor,
    async headers(client, rejected) {
      const { call } = client;
      if (call === undefined) {
        throw new TypeError(`${operation.maker}: this client cannot get a token.`);
      }
      const load = async () => {
        const { data, response } = await call(operation.operationId, secrets);
        return tokenIn(operation, data, response);
      };
      const cached = caches.get(client) ?? tokenCache();
      caches.set(client, cached);
      return { [header]: await cached(load, rejected?.[header]) };
    },
  };
}

/** A token that does not say how long it lives is good until it is refused. */
function tokenIn(operation: TokenOperation, body: unknown, response: Response): Token {
  const token = valueAt(body, operation.token);
  if (typeof token === "string" && token !== "") {
    const seconds = Number(valueAt(body, operation.seconds));
    return { token, life: seconds > 0 ? seconds * 1000 : Number.POSITIVE_INFINITY };
  }
  const { operationId } = operation;
  const { status } = response;
  throw new UnreadableResponseError(`${operationId} answered ${status} without an access token.`, {
    operationId,
    status,
    body,
    response,
  });
}

function valueAt(body: unknown, pointer: string): unknown {
  const steps = pointer.split("/").slice(1);
  return steps.reduce<unknown>(
    (it, step) => (it as { [name: string]: unknown } | null)?.[step],
    body,
  );
}
