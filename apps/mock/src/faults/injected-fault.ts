import { type ContractOperation, Problem } from "@image-apis/http-contract";
import { preferences } from "../answering/prefer.ts";
import type { Random } from "../random/random.ts";
import { type Fault, faultWords, parseFault } from "./fault.ts";
import { type FaultScript, maxTimes } from "./fault-script.ts";
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

/** Where faults come from. */
export interface FaultSources {
  faultPlan: FaultPlan;
  script: FaultScript;
  random: Random;
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
 * Decides what goes wrong with one answer. `Prefer: delay=1500` and `Prefer: fault=stall` go before the script, and that
 * before the options.
 *
 * @throws Problem 400 for a delay or a fault that does not exist.
 */
export function injectedFault(
  { faultPlan: { latency, failRate = 0, fail = 503 }, script, random }: FaultSources,
  operation: ContractOperation,
  prefer: string,
): InjectedFault {
  const wanted = preferences(prefer);
  const delay = wantedDelay(wanted.get("delay"));
  const own = wantedFault(wanted.get("fault"), wanted.get("times"));
  const held = delay ?? (latency === undefined ? 0 : someDelay(latency, random));
  const injected = (fault: Fault | undefined, because: string) => ({ delay: held, fault, because });
  if (own !== undefined && own.times === undefined) {
    return injected(own.fault, "the Prefer header asks for it");
  }
  if (own?.times !== undefined) script.prefer(operation, own.fault, own.times);
  const scripted = script.next(operation);
  if (scripted !== undefined) return injected(scripted, "the next calls were told to fail");
  // A call that brings a fault for some calls goes on after them.
  const isUnlucky = own === undefined && failRate > 0 && random.number() < failRate;
  return injected(isUnlucky ? fail : undefined, "the fail rate hit this call");
}

function wantedDelay(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text) && Number(text) <= maxDelay) return Number(text);
  throw new Problem(
    400,
    `Prefer asks for delay=${text}. A delay is a number of milliseconds, ${maxDelay} at most.`,
  );
}

function wantedFault(
  text: string | undefined,
  times: string | undefined,
): { fault: Fault; times: number | undefined } | undefined {
  if (text === undefined && times === undefined) return undefined;
  const fault = text === undefined ? undefined : parseFault(text);
  if (fault === undefined) {
    const asked = text === undefined ? `times=${times} without a fault` : `fault=${text}`;
    throw new Problem(400, `Prefer asks for ${asked}. A fault is ${faultWords}.`);
  }
  if (times !== undefined && !isTimes(Number(times))) {
    throw new Problem(
      400,
      `Prefer asks for times=${times}. It is a whole number of calls from 1 to ${maxTimes}.`,
    );
  }
  return { fault, times: times === undefined ? undefined : Number(times) };
}

/** Whether a number says how many calls fail. */
export function isTimes(times: number): boolean {
  return Number.isInteger(times) && times >= 1 && times <= maxTimes;
}
