import type { Delivery } from "@image-apis/http-contract";
import { type Connections, sendAnswer } from "@image-apis/http-contract/server";
import { holdBack, sendBroken } from "./broken-response.ts";
import type { InjectedFault } from "./injected-fault.ts";

/** A response that comes late, or breaks off; `undefined` where nothing goes wrong on its way. */
export function faultyDelivery(
  { delay, fault }: InjectedFault,
  connections: Connections,
): Delivery | undefined {
  const broken = typeof fault === "string" ? fault : undefined;
  if (delay === 0 && broken === undefined) return undefined;
  return {
    hold: (response, answer) =>
      holdBack(response, delay, () =>
        broken === undefined && connections.isOnlyOne(response) ? answer : undefined,
      ),
    send: (response, answer) =>
      broken === undefined ? sendAnswer(response, answer) : sendBroken(response, answer, broken),
  };
}
