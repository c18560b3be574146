import type { IncomingHttpHeaders } from "node:http";
import type { ReceivedBody } from "../body/received-body.ts";
import type { ParameterValues } from "../head/parameters.ts";
import type { Principal } from "../head/principal.ts";
import type { RoutedCall } from "../head/routed-call.ts";
import type { ContractOperation } from "../operations/contract-operation.ts";
import type { CallHead, CheckedCall } from "./answerer.ts";
import type { GoneSignal } from "./gone-signal.ts";
import type { Trace } from "./trace.ts";

const none: CheckedCall["failures"] = { input: [], body: [] };

/** A call on its way through the steps: its head first, and what becomes known of it later. */
export class Call<Stored> implements CallHead, CheckedCall<Stored> {
  readonly operation: ContractOperation;
  readonly headers: IncomingHttpHeaders;
  readonly values: ParameterValues;
  readonly principal: Principal;
  readonly trace: Trace;
  body: ReceivedBody<Stored> | undefined;
  failures = none;
  readonly #gone: GoneSignal;

  constructor(
    { operation, headers }: RoutedCall,
    values: ParameterValues,
    principal: Principal,
    trace: Trace,
    gone: GoneSignal,
  ) {
    this.operation = operation;
    this.headers = headers;
    this.values = values;
    this.principal = principal;
    this.trace = trace;
    this.#gone = gone;
  }

  get signal(): AbortSignal {
    return this.#gone.signal;
  }
}
