import type { Call, Setting } from "../../src/client/caller.ts";
import { callOf } from "../../src/client/calls.ts";
import type { Sent } from "../../src/client/sent.ts";
import { clientFace } from "../../src/faces/client.ts";
import { complaints, one } from "../one.ts";

/** A client gone wrong: it is given the call of the right one. */
export type WrongClient = (right: Call, setting: Setting, sent: Sent) => Promise<unknown>;

/** What is wrong, the exchange it is shown on, the wrong client, what the face says. */
export type Offence = [what: string, exchange: string, client: WrongClient, complaint: RegExp];

/** What the client face says of an exchange, first with the right client and then with the wrong one. */
export async function complaintsOf(
  exchange: string,
  wrong: WrongClient,
): Promise<[right: string, wrong: string]> {
  const face = clientFace((api, id) => {
    const right = callOf(api, id);
    return (setting, sent) => wrong(right, setting, sent);
  });
  return [await complaints(clientFace(), one(exchange)), await complaints(face, one(exchange))];
}
