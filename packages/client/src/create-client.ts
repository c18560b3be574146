import type { Client } from "openapi-fetch";
import type { Auth, AuthClient, Credentials } from "./auth/auth.ts";
import type { AnswerReader } from "./call/answer.ts";
import { type Caller, createCaller } from "./call/caller.ts";
import type { ClientOptions } from "./client-options.ts";
import { rawClient } from "./raw-client.ts";
import { wrapped } from "./transport/middleware.ts";
import type { Transport } from "./transport/transport.ts";

/** What a vendor's client is built on: the documented operations, and openapi-fetch for everything else. */
export interface ClientCore<Paths extends object, Operations, Codes> {
  call: Caller<Operations, Codes>;
  raw: Client<Paths>;
}

/** What tells one vendor's client from another's. */
export interface CoreOptions<OperationId> {
  vendor: AnswerReader;
  /** The address for an operation, without a slash at its end. */
  addressOf(operationId: OperationId): string;
  /** The address `raw` uses unless a call names another. */
  rawAddress: string;
  /** What credentials may ask for; it is called later than this. */
  authClient: AuthClient;
}

/**
 * Joins addresses, credentials and checks.
 * @throws TypeError When `limits` is none of its values.
 */
export function createClientCore<Paths extends object, Operations, Codes>(
  options: ClientOptions<string>,
  { vendor, addressOf, rawAddress, authClient }: CoreOptions<keyof Operations & string>,
): ClientCore<Paths, Operations, Codes> {
  const { limits = "enforce", fetch, maxRetries, timeouts } = options;
  if (!["enforce", "warn", "off"].includes(limits)) {
    throw new TypeError(`limits: pass "enforce", "warn" or "off", not "${limits}".`);
  }
  const auth = [options.auth ?? []].flat();
  const logger = options.logger ?? (limits === "warn" ? console : undefined);
  const middleware = [options.middleware ?? []].flat();
  const credentials = (rejected?: Credentials) => headersOf(auth, authClient, rejected);
  const transport: Transport = {
    fetch,
    middleware,
    credentials,
    logger,
    maxRetries,
    timeouts,
  };
  const send = wrapped(middleware, fetch ?? ((request) => globalThis.fetch(request)));
  const raw = rawClient<Paths>(rawAddress, async (request) => {
    for (const [name, value] of Object.entries(await credentials())) {
      if (!request.headers.has(name)) request.headers.set(name, value);
    }
    // Followed, a redirect would carry tokens to another host.
    return send(new Request(request, { redirect: "error" }));
  });
  return { raw, call: createCaller(vendor, { addressOf, limits, transport }) };
}

/** The headers of all credentials. */
async function headersOf(
  auth: readonly Auth[],
  client: AuthClient,
  rejected: Credentials | undefined,
): Promise<Credentials> {
  const all = await Promise.all(auth.map((it) => it.headers(client, rejected)));
  return Object.assign({}, ...all);
}
