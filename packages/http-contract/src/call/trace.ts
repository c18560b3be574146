import type { ReceivedBody } from "../body/received-body.ts";
import type { ParameterValues } from "../head/parameters.ts";
import type { ContractOperation } from "../operations/contract-operation.ts";
import type { DocumentedResponse } from "../operations/documented-response.ts";
import type { Delivery } from "./delivery.ts";

/** How one response came about, noted down along the way. */
export interface Trace {
  /** The operation that was called; `undefined` for a path or method that no document describes. */
  served: ContractOperation | undefined;
  values: ParameterValues | undefined;
  body: ReceivedBody | undefined;
  /** The documented response that was chosen; `undefined` for a response of the mock's own. */
  response: DocumentedResponse | undefined;
  /** The rules that the request breaks, in words. */
  violations: string[];
  /** What else is worth knowing, in words. */
  notes: string[];
  /** How the response goes out; `undefined` for whole and at once. */
  delivery: Delivery | undefined;
  /** Why the response is the one it is, in words. */
  why: string;
}

export function newTrace(): Trace {
  return {
    served: undefined,
    values: undefined,
    body: undefined,
    response: undefined,
    violations: [],
    notes: [],
    delivery: undefined,
    why: "",
  };
}
