import type { Operation, RefusalRequest } from "@image-apis/spec";
import type { ReceivedAnswer } from "../../server/answer.ts";

/** A request that is part of a check, a given step or the check itself. */
export interface Sent {
  operation: Operation;
  request: RefusalRequest;
}

/** Keeps one check from changing the server's data, as far as the API lets it. */
export interface Tidying {
  /** Before a request is sent: notes what is there, and brings about what the request presumes. */
  before(sent: Sent): Promise<void>;
  /** After it was answered: notes what it created. */
  after(sent: Sent, answer: ReceivedAnswer): void;
  /** After the check: removes what was created, brings back what was replaced. Says what stays behind. */
  tidy(): Promise<string[]>;
}

/** A request of the tidying itself, by what differs from the operation's usual one. */
export type Ask = (
  operationId: string,
  request: Partial<RefusalRequest>,
  file?: { mediaType: string; bytes: Uint8Array<ArrayBuffer> },
) => Promise<ReceivedAnswer>;
