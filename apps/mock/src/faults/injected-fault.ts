import { Problem } from "@image-apis/http-contract";
import { preferences } from "../answering/prefer.ts";
import { type Fault, faultWords, parseFault } from "./fault.ts";
import { type Latency, maxDelay, someDelay } from "./latency.ts";

/** What goes wrong, for every call. */
export interface FaultPlan {
  /** None by default. */
  latency?: Latency;
  /** Which part of the calls gets `fail`, from 0 to 1; 0 by default. */
  failRate?: number;
  /** 503 by default. */
  fail?: Fault;
}

/** What goes wrong with one answer. */
export interface InjectedFault {
  /** In milliseconds. */
  delay: number;
  fault: Fault | undefined;
  /** Who wanted the fault, in words. */
  because: string;
}

/**
 * Decides what goes wrong with one answer. `Prefer: delay=1500` and `Prefer: fault=stall` go before the options.
 *
 * @throws Problem 400 for a delay or a fault that does not exist.
 */
export function injectedFault(
  { latency, failRate = 0, fail = 503 }: FaultPlan,
  prefer: string,
): InjectedFault {
  const wanted = preferences(prefer);
  const delay = wanted.get("delay");
  const fault = wanted.get("fault");
  if (delay !== undefined && (!/^\d+$/.test(delay) || Number(delay) > maxDelay)) {
    throw new Problem(
      400,
      `Prefer asks for delay=${delay}. A delay is a number of milliseconds, ${maxDelay} at most.`,
    );
  }
  if (fault !== undefined && parseFault(fault) === undefined) {
    throw new Problem(400, `Prefer asks for fault=${fault}. A fault is ${faultWords}.`);
  }
  const isUnlucky = fault === undefined && Math.random() < failRate;
  return {
    delay: delay !== undefined ? Number(delay) : latency === undefined ? 0 : someDelay(latency),
    fault: fault !== undefined ? parseFault(fault) : isUnlucky ? fail : undefined,
    because: isUnlucky ? "the fail rate hit this call" : "the Prefer header asks for it",
  };
}
