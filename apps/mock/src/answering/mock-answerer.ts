import {
  type Answer,
  type Answerer,
  accepts,
  askedFormat,
  type CallHead,
  type CheckedCall,
  type DocumentedResponse,
  defaultResponse,
  Problem,
  refusal,
  type Trace,
} from "@image-apis/http-contract";
import type { Connections } from "@image-apis/http-contract/server";
import type { StoredBytes } from "@image-apis/reference";
import { faultyDelivery } from "../faults/faulty-delivery.ts";
import { type FaultSources, injectedFault } from "../faults/injected-fault.ts";
import { mockOperation } from "../prism/mock-operation.ts";
import { prismResponder } from "../prism/prism-responder.ts";
import type { Random } from "../random/random.ts";
import type { State } from "../stateful/state.ts";
import { missingResponse, statefulResponse } from "../stateful/stateful-response.ts";
import { selectedExample } from "./example-by-parameter.ts";
import { type Preference, preference } from "./preference.ts";

/** What a mock's responses depend on beside the documents. */
export interface MockAnswererOptions extends FaultSources {
  /** `undefined` for a mock that answers by the documents alone. */
  state: State | undefined;
  connections: Connections;
}

/**
 * Answers calls from the documents' examples: with the response that the client prefers, the refusal of broken
 * parameters, what the values of the parameters select (or, with a state, what they lack in it), the refusal of a broken
 * body, and the usual response.
 */
export function mockAnswerer(options: MockAnswererOptions): Answerer<StoredBytes> {
  const { state, random, connections } = options;
  const choose = (call: CheckedCall<StoredBytes>) => decidedResponse(call, state, random);
  return {
    intercept({ operation, headers }, trace) {
      const injected = injectedFault(options, operation, preferHeader(headers));
      trace.delivery = faultyDelivery(injected, connections);
      const { fault, because } = injected;
      // A status comes before anything is done, so that a call can be repeated without harm.
      if (typeof fault === "number") return failure(fault, because, trace);
      if (fault !== undefined) trace.notes.push(`The connection breaks (${fault}): ${because}.`);
      if (state !== undefined && state.operation(operation) === undefined) {
        trace.notes.push(statelessNote);
      }
      return undefined;
    },
    ...(state && {
      before(head: CallHead) {
        const { response, dynamic } = preferred(head);
        if (response !== undefined || dynamic) return undefined;
        const stateful = state.operation(head.operation);
        return stateful && missingResponse(stateful, head);
      },
      sink: ({ operation }: CallHead) => state.sink(operation),
    }),
    answer: choose,
    refuse: choose,
  };
}

/** Said of an API or an operation that was added to the documents alone. */
const statelessNote =
  "The stateful mock keeps nothing for this operation: it is answered as the document has it.";

async function decidedResponse(
  call: CheckedCall<StoredBytes>,
  state: State | undefined,
  random: Random,
): Promise<Answer> {
  const { operation, headers, values, body, failures, trace } = call;
  const { response, dynamic } = preferred(call);
  const { accept } = headers;
  const answer = (chosen: DocumentedResponse, why: string) => {
    trace.response = chosen;
    trace.why = why;
    const asked = askedFormat(operation, values);
    const isAccepted = asked !== undefined && accepts(accept, asked);
    return prismResponder.respond(operation, chosen, {
      accept: isAccepted ? asked : accept,
      dynamic,
      random,
    });
  };

  const isFaulty = failures.input.length + failures.body.length > 0;
  const wanted = response ?? (dynamic ? defaultResponse(operation.operation) : undefined);
  if (wanted !== undefined && (!isFaulty || isForFaults(wanted))) {
    return answer(wanted, "The Prefer header asks for it.");
  }
  if (failures.input.length > 0)
    return answer(...refusal(operation.conditions, failures.input, body));
  const stateful = state?.operation(operation);
  const missing = stateful && (await missingResponse(stateful, call));
  if (missing !== undefined) return missing;
  const { exampleByParameter } = mockOperation(operation);
  const selected =
    stateful === undefined ? selectedExample(operation, exampleByParameter, values) : undefined;
  if (selected !== undefined) {
    return answer(selected.response, `In the exchanges, ${selected.value} has this response.`);
  }
  if (failures.body.length > 0)
    return answer(...refusal(operation.conditions, failures.body, body));
  const usual = defaultResponse(operation.operation);
  if (stateful === undefined || body === undefined) {
    return answer(usual, "The request breaks no rule: the usual response.");
  }
  // Nothing may change by a call whose response the client cannot read. An image's own type is known afterwards only.
  if (operation.binaryTypes.size === 0) await prismResponder.respond(operation, usual, { accept });
  return statefulResponse(stateful, { ...call, body });
}

function preferred({ operation, headers }: CallHead): Preference {
  return preference(operation.operation, preferHeader(headers));
}

function preferHeader({ prefer = [] }: CallHead["headers"]): string {
  return [prefer].flat().join();
}

/** As Prism has it, a faulty request can choose among the responses to faulty requests only. */
function isForFaults({ status }: DocumentedResponse): boolean {
  return status === 400 || status === 422;
}

function failure(status: number, because: string, trace: Trace): Answer {
  trace.why = `Status ${status}: ${because}.`;
  const isTemporary = status === 429 || status === 503;
  const headers = isTemporary ? { "Retry-After": "1" } : {};
  return new Problem(status, `This is not a real failure: ${because}.`, { headers }).answer();
}
