import type { OutgoingHttpHeaders } from "node:http";

/** A whole response, ready to be written. */
export interface Answer {
  status: number;
  headers: OutgoingHttpHeaders;
  /** `undefined` for a response without a body. */
  body: string | Uint8Array | undefined;
}
