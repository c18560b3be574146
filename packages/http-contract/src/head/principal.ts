import type { RoutedCall } from "./routed-call.ts";

/** Who calls, as far as a server tells them apart. */
export interface Principal {
  /** The security schemes whose credentials were checked. */
  schemes: readonly string[];
  /** The account that they belong to; `undefined` where the server keeps none. */
  account?: string;
}

/**
 * Checks the credentials of a call.
 *
 * @throws Problem 401.
 */
export type Authenticate = (call: RoutedCall) => Promise<Principal> | Principal;
