import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { ReceivedBody } from "../body/received-body.ts";
import type { ParameterValues } from "../head/parameters.ts";
import type { Principal } from "../head/principal.ts";
import type { RoutedCall } from "../head/routed-call.ts";
import type { ContractOperation } from "../operations/contract-operation.ts";
import type { CallHead, CheckedCall } from "./answerer.ts";
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

/** A signal that is aborted when a client goes away before its response; made when it is asked for, as few calls do. */
export class GoneSignal {
  readonly #response: ServerResponse;
  #signal: AbortSignal | undefined;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  get signal(): AbortSignal {
    this.#signal ??= goneSignal(this.#response);
    return this.#signal;
  }
}

function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (response.destroyed) gone.abort();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}
