import type * as types from "@image-apis/types";
import type { Call } from "./caller.ts";
import { capillaryCalls } from "./capillary.ts";
import { superOfficeCalls } from "./superoffice.ts";

/** The calls of every API's client; one that is missing does not compile. */
const byApi: { [Api in keyof typeof types]: ReadonlyMap<string, Call> } = {
  capillary: capillaryCalls,
  superoffice: superOfficeCalls,
};

/**
 * Finds the call of an operation.
 *
 * @throws Error When the client has no method for it.
 */
export function callOf(api: string, operationId: string): Call {
  const call = new Map<string, ReadonlyMap<string, Call>>(Object.entries(byApi))
    .get(api)
    ?.get(operationId);
  if (call === undefined) throw new Error(`The client has no method ${operationId} for ${api}.`);
  return call;
}
