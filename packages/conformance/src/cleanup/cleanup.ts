import type { Operation, RefusalRequest } from "@image-apis/spec";
import type { Difference } from "../difference.ts";
import type { ReceivedResponse } from "../server/received-response.ts";

/** A request that is part of a check, a given step or the check itself. */
export interface Sent {
  operation: Operation;
  request: RefusalRequest;
}

/** Something that a check created or changed, and that stays. */
export interface Left {
  /** A sentence. */
  what: string;
  /** Whether it was to be expected: no operation removes it. */
  isMeant: boolean;
}

/** Keeps one check from changing the server's data, as far as the API lets it. */
export interface Cleanup {
  /** Before a request is sent: notes what is there, and brings about what the request presumes. */
  before(sent: Sent): Promise<void>;
  /**
   * After it was answered: notes what it created. Of a request that was not accepted it looks whether it changed
   * something all the same.
   *
   * @returns What such a request changed.
   */
  after(sent: Sent, response: ReceivedResponse): Promise<Difference[]>;
  /** After the check: removes what was created, brings back what was replaced, and looks whether that worked. */
  cleanUp(): Promise<Left[]>;
}

/** A request of the cleanup itself, by what differs from the operation's usual one. */
export type Ask = (
  operationId: string,
  request: Partial<RefusalRequest>,
  file?: { mediaType: string; bytes: Uint8Array<ArrayBuffer> },
) => Promise<ReceivedResponse>;

/** Whether a request may change data. */
export function mayChange({ operation, request }: Sent): boolean {
  return !["get", "head", "options"].includes(request.method ?? operation.method);
}

/** Whether a request was carried out, by the word of the server. A redirect is not followed. */
export function isAccepted({ status }: ReceivedResponse): boolean {
  return status < 300;
}
