import type { Exchange } from "@image-apis/spec";
import type { Contract } from "./contract.ts";

/**
 * The exchanges that an exchange is given, in their order.
 *
 * @throws Error When one of them does not exist.
 */
export function setupSteps({ exchanges }: Contract, exchange: Exchange): Exchange[] {
  return exchange.given.map((id) => {
    const step = exchanges.find((it) => it.id === id);
    if (step === undefined) throw new Error(`${exchange.id} is given ${id}, which does not exist.`);
    return step;
  });
}
