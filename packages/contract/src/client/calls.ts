import { loadModel } from "@image-apis/codegen";
import { apiNames } from "@image-apis/spec";
import { type Call, callOfMethod, type Entry } from "./caller.ts";

/** The entries of the client, by API; what is removed from the documents is not loaded. */
const entries = new Map(
  await Promise.all(
    apiNames().map(
      async (api): Promise<[string, Entry]> => [api, await import(`@image-apis/client/${api}`)],
    ),
  ),
);

/**
 * Finds the call of an operation.
 *
 * @throws Error When the client has no method for it.
 */
export function callOf(api: string, operationId: string): Call {
  const entry = entries.get(api);
  const model = entry && loadModel(api);
  const operation = model?.operations.find((it) => it.operationId === operationId);
  if (entry === undefined || model === undefined || operation === undefined) {
    throw new Error(`The client has no method ${operationId} for ${api}.`);
  }
  return callOfMethod(model, operation, entry);
}
