import createRawClient, { type Client } from "openapi-fetch";
import { authenticatedFetch, type Fetch } from "./auth/authenticated-fetch.ts";
import { type Caller, createCaller, type Vendor } from "./call/caller.ts";
import type { ClientOptions } from "./client-options.ts";

/** What a vendor's client is built on: the documented operations, and openapi-fetch for everything else. */
export interface ClientCore<Paths extends object, Operations> {
  call: Caller<Operations>;
  raw: Client<Paths>;
}

/**
 * Joins addresses, credentials and checks.
 *
 * @param addressOf The address for an operation, without a slash at its end.
 * @param rawAddress The address `raw` uses unless a call names another.
 */
export function createClientCore<Paths extends object, Operations>(
  vendor: Vendor,
  options: ClientOptions<string>,
  addressOf: (operationId: keyof Operations & string) => string,
  rawAddress: string,
): ClientCore<Paths, Operations> {
  const { limits = "enforce", fetch = (request) => globalThis.fetch(request) } = options;
  const auth = [options.auth ?? []].flat();
  const send: Fetch = authenticatedFetch(fetch, auth);
  const raw = createRawClient<Paths>({ baseUrl: rawAddress, fetch: send });
  return { raw, call: createCaller<Operations>(vendor, raw, { addressOf, fetch, limits }) };
}
