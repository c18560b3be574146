import type { Trace } from "@image-apis/http-contract";
import { type Connections, type Delivery, sendAnswer } from "@image-apis/http-contract/server";
import { holdBack, sendBroken } from "./broken-answer.ts";
import { type FaultPlan, type InjectedFault, injectedFault } from "./injected-fault.ts";

/** What goes wrong with responses: decided when a call arrives, done when its response goes out. */
export class FaultInjector {
  readonly #plan: FaultPlan;
  readonly #byTrace = new WeakMap<Trace, InjectedFault>();

  constructor(plan: FaultPlan) {
    this.#plan = plan;
  }

  /**
   * Decides what goes wrong with one response.
   *
   * @param prefer the Prefer header of its request.
   * @throws Problem 400 for a delay or a fault that does not exist.
   */
  inject(prefer: string, trace: Trace): InjectedFault {
    const injected = injectedFault(this.#plan, prefer);
    this.#byTrace.set(trace, injected);
    return injected;
  }

  /** Responses that come late, or break off, as was decided for them. */
  delivery(connections: Connections): Delivery {
    return {
      hold: (response, answer, trace) =>
        holdBack(response, this.#byTrace.get(trace)?.delay ?? 0, () =>
          this.#broken(trace) === undefined && connections.isOnlyOne(response) ? answer : undefined,
        ),
      send: (response, answer, trace) => {
        const fault = this.#broken(trace);
        return fault === undefined
          ? sendAnswer(response, answer)
          : sendBroken(response, answer, fault);
      },
    };
  }

  #broken(trace: Trace) {
    const fault = this.#byTrace.get(trace)?.fault;
    return typeof fault === "string" ? fault : undefined;
  }
}
