import { type FullOperationId, operationIds } from "../generated/operation-ids.ts";

/**
 * A documented operation: with its API (`<api>/<operationId>`), or by its own name where no other API has an operation
 * of that name.
 */
export type OperationId = FullOperationId | keyof typeof operationIds;

/** The operation with its API. */
export type Full<Id extends OperationId> = Id extends keyof typeof operationIds
  ? (typeof operationIds)[Id]
  : Extract<Id, FullOperationId>;

/** The operation with its API, of a name that may be without. */
export function fullId(operationId: OperationId): FullOperationId {
  const known: Readonly<Record<string, FullOperationId>> = operationIds;
  // The cast: what is not a short name is a full one, or unknown to whoever looks it up.
  return Object.hasOwn(known, operationId)
    ? (known[operationId] as FullOperationId)
    : (operationId as FullOperationId);
}

/** The name of an operation within its API. */
export function shortId(operationId: string): string {
  return operationId.slice(operationId.indexOf("/") + 1);
}
