import type { Client } from "openapi-fetch";
import type { Auth, AuthClient, Credentials } from "../auth/auth.ts";
import { baseAddress, serverAddress } from "../call/address.ts";
import { createCaller } from "../call/caller.ts";
import { failureReader } from "../call/failure-reader.ts";
import { createRaw } from "../call/raw.ts";
import { createSender } from "../call/sender.ts";
import type { ApiDescription, ApiDocument } from "../documented/description.ts";
import type { Transport } from "../transport/transport.ts";
import { preparation } from "../upload/preparation.ts";
import type { ClientOptions } from "./client-options.ts";

/** The address of a client: one for everything, or values for the variables of the documented servers. */
type Address = Readonly<Record<string, string | undefined>>;

/**
 * Makes the client of an API from its description: one method per operation, and `raw`.
 *
 * @typeParam Operations What each method takes and brings.
 * @throws TypeError When an address or a value of `limits` is wrong.
 */
export function createApiClient<Paths extends object, Operations extends object>(
  description: ApiDescription,
  document: ApiDocument,
  options: ClientOptions<string>,
): Operations & { readonly raw: Client<Paths> } {
  const { limits = "enforce", fetch, maxRetries, timeouts, progress } = options;
  const { onRetry, fetchOptions } = options;
  if (!["enforce", "warn", "off"].includes(limits)) {
    throw new TypeError(`limits: pass "enforce", "warn" or "off", not "${limits}".`);
  }
  // The cast: beside these options there are only those of the address.
  const addresses = addressesOf(description, options as unknown as Address);
  const auth = [options.auth ?? []].flat();
  const authClient: AuthClient = { call: (id, secrets) => call(id, secrets).withResponse() };
  const logger = options.logger ?? (limits === "warn" ? console : undefined);
  const transport: Transport = {
    fetch,
    middleware: [options.middleware ?? []].flat(),
    credentials:
      auth.length === 0 ? undefined : (rejected) => headersOf(auth, authClient, rejected),
    logger,
    maxRetries,
    timeouts,
    progress,
    onRetry,
    fetchOptions,
  };
  const { operations, failure, requestIdHeader } = description;
  const parts = {
    description,
    reader: { ...document, failureIn: failureReader(failure), requestIdHeader },
    sender: createSender(transport),
    preparation: preparation(document, limits, logger),
    addressOf: (operationId: string) => addresses[operations[operationId]?.server ?? 0] ?? "",
  };
  const call = createCaller(parts);
  const methods = Object.keys(operations).map((id) => [id, (it: never) => call(id, it)]);
  // The cast: the types of the methods are made from the same document.
  return { ...(Object.fromEntries(methods) as Operations), raw: createRaw<Paths>(parts) };
}

function addressesOf({ servers }: ApiDescription, { baseUrl, ...values }: Address): string[] {
  if (baseUrl !== undefined) {
    const base = baseAddress(baseUrl);
    return servers.map(() => base);
  }
  return servers.map((server) => serverAddress(server, values));
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
