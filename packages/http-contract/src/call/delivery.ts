import type { ServerResponse } from "node:http";
import { sendAnswer } from "../listening/send-answer.ts";
import type { Answer } from "../problem/answer.ts";
import type { Trace } from "./trace.ts";

/** How responses go out. */
export interface Delivery {
  /**
   * Holds a response back once the whole request has arrived.
   *
   * @returns whether it has been sent meanwhile.
   */
  hold(response: ServerResponse, answer: Answer | undefined, trace: Trace): Promise<boolean>;
  /** Sends it. */
  send(response: ServerResponse, answer: Answer, trace: Trace): Promise<void> | void;
}

/** Whole and at once. */
export const plainDelivery: Delivery = {
  hold: async () => false,
  send: sendAnswer,
};
