import {
  type Answer,
  accepts,
  askedFormat,
  authorise,
  type BodySource,
  bodyFailures,
  type ContractOperation,
  type DocumentedResponse,
  defaultResponse,
  parameterValues,
  type Reservation,
  refusal,
  sentence,
  type Trace,
} from "@image-apis/http-contract";
import { forgetContent, receiveBody } from "@image-apis/http-contract/server";
import { checkInput } from "./conditions/input-check.ts";
import { documentedAnswer } from "./documented-answer.ts";
import { selectedExample } from "./example-by-parameter.ts";
import { mockOperation } from "./mock-operation.ts";
import { preference } from "./preference.ts";
import type { StatefulOperation } from "./state/resource.ts";
import type { State } from "./state/state.ts";
import { stateCall, statefulAnswer } from "./state/stateful-answer.ts";

/** A request whose operation is known. */
export interface Call extends BodySource {
  path: Record<string, string>;
  query: URLSearchParams;
}

/**
 * Answers a call of an operation. Credentials come first, then the response the client prefers, the parameters,
 * what their values select (or, with a state, what they lack in it), and the body; a request that passes all of them gets the usual answer.
 *
 * @throws Problem where the document names no answer; an Error where the client went away.
 */
export async function operationAnswer(
  served: ContractOperation,
  call: Call,
  trace: Trace,
  state?: State,
): Promise<Answer> {
  const stateful = state?.operation(served);
  const kept = stateful?.keptBytes?.reserve();
  if (state !== undefined && stateful === undefined) trace.notes.push(statelessNote);
  try {
    return await chosenAnswer(served, call, trace, stateful, kept);
  } finally {
    // The trace lives on until the journal has it, and an answer may be held back for long.
    forgetContent(trace.body);
    kept?.end();
  }
}

/** Said of an API or an operation that was added to the documents alone. */
const statelessNote =
  "The stateful mock keeps nothing for this operation: it is answered as the document has it.";

async function chosenAnswer(
  served: ContractOperation,
  call: Call,
  trace: Trace,
  stateful: StatefulOperation | undefined,
  kept: Reservation | undefined,
): Promise<Answer> {
  const { operation, document } = served;
  const { headers, query } = call;
  authorise(served, headers, query);
  const preferred = preference(operation, [headers.prefer ?? []].flat().join());
  const values = parameterValues(operation, call.path, query, headers);
  trace.values = values;
  const body = await receiveBody(operation, call, kept ? { kept } : { isSpent: true });
  trace.body = body;
  const ofInput = await checkInput(served, values, body);
  const ofBody = await bodyFailures(document, operation, body);
  const failures = [...ofInput, ...ofBody];
  trace.violations = failures.map(({ violation }) => sentence(violation));
  const answer = (response: DocumentedResponse, why: string) => {
    trace.response = response;
    trace.why = why;
    const { accept } = headers;
    const asked = askedFormat(served, values);
    return documentedAnswer(served, response, {
      accept: asked !== undefined && accepts(accept, asked) ? asked : accept,
      dynamic: preferred.dynamic,
    });
  };

  const isFaulty = failures.length > 0;
  const wanted = preferred.response ?? (preferred.dynamic ? defaultResponse(operation) : undefined);
  if (wanted !== undefined && (!isFaulty || answersFaults(wanted))) {
    return answer(wanted, "The Prefer header asks for it.");
  }
  if (ofInput.length > 0) return answer(...refusal(served.conditions, ofInput, body));
  const lacking = stateful?.lookup(values);
  if (lacking !== undefined) return statefulAnswer(served, lacking, call, trace);
  const selected =
    stateful === undefined
      ? selectedExample(served, mockOperation(served).exampleByParameter, values)
      : undefined;
  if (selected !== undefined) {
    return answer(selected.response, `In the exchanges, ${selected.value} has this answer.`);
  }
  if (ofBody.length > 0) return answer(...refusal(served.conditions, ofBody, body));
  if (stateful !== undefined) {
    // Nothing may change by a call whose answer the client cannot read. An image's own type is known afterwards only.
    if (served.binaryTypes.size === 0) {
      await documentedAnswer(served, defaultResponse(operation), { accept: headers.accept });
    }
    const outcome = await stateful.run(stateCall(served, values, body));
    return statefulAnswer(served, outcome, call, trace);
  }
  return answer(defaultResponse(operation), "The request breaks no rule: the usual answer.");
}

/** As Prism has it, a faulty request can choose among the answers to faulty requests only. */
function answersFaults({ status }: DocumentedResponse): boolean {
  return status === 400 || status === 422;
}
