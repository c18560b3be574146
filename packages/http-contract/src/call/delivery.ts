import type { ServerResponse } from "node:http";
import type { Answer } from "../problem/answer.ts";

/** How one response goes out, where that is not whole and at once. */
export interface Delivery {
  /**
   * Holds the response back once the whole request has arrived.
   *
   * @param answer `undefined` where there is none to send any more.
   * @returns whether it has been sent meanwhile.
   */
  hold(response: ServerResponse, answer: Answer | undefined): Promise<boolean>;
  /** Sends it. */
  send(response: ServerResponse, answer: Answer): Promise<void> | void;
}
