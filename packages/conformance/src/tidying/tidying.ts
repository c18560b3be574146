import type { Operation, RefusalRequest } from "@image-apis/spec";
import type { Difference } from "../difference.ts";
import type { ReceivedAnswer } from "../server/answer.ts";

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
export interface Tidying {
  /** Before a request is sent: notes what is there, and brings about what the request presumes. */
  before(sent: Sent): Promise<void>;
  /**
   * After it was answered: notes what it created. Of a request that was not accepted it looks whether it changed
   * something all the same.
   *
   * @returns What such a request changed.
   */
  after(sent: Sent, answer: ReceivedAnswer): Promise<Difference[]>;
  /** After the check: removes what was created, brings back what was replaced, and looks whether that worked. */
  tidy(): Promise<Left[]>;
}

/** A request of the tidying itself, by what differs from the operation's usual one. */
export type Ask = (
  operationId: string,
  request: Partial<RefusalRequest>,
  file?: { mediaType: string; bytes: Uint8Array<ArrayBuffer> },
) => Promise<ReceivedAnswer>;

/** Whether a request may change data. */
export function mayChange({ operation, request }: Sent): boolean {
  return !["get", "head", "options"].includes(request.method ?? operation.method);
}

/** Whether a request was carried out, by the word of the server. A redirect is not followed. */
export function isAccepted({ status }: ReceivedAnswer): boolean {
  return status < 300;
}

/** What a request that was not accepted changed. */
export function changedBy({ status }: ReceivedAnswer, whose: string, received: string): Difference {
  return { what: `${whose} after the ${status}`, expected: "as before", received };
}
