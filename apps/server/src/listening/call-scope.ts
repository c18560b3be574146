import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of a request wherever it is worked on. */
export interface CallScope {
  /** Also in the response and in the log. */
  readonly requestId: string;
  /** The address of the client. */
  readonly address: string;
  /** The account that calls, once it is known. */
  principal?: string;
  /** The operation, once it is known. */
  operation?: string;
}

/** The request that is being worked on. */
export const callScope = new AsyncLocalStorage<CallScope>();
