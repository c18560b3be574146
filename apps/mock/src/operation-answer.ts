import type { IncomingMessage } from "node:http";
import type { Answer } from "./answer.ts";
import { type ReceivedBody, receiveBody } from "./body/received-body.ts";
import { bodyFailures } from "./conditions/body-failures.ts";
import type { Failure } from "./conditions/failure.ts";
import { inputFailures } from "./conditions/parameter-failures.ts";
import { refusal } from "./conditions/refusal.ts";
import { dispatch } from "./dispatch.ts";
import { documentedAnswer } from "./documented-answer.ts";
import { type DocumentedResponse, defaultResponse } from "./documented-response.ts";
import { expandedPath, type ParameterValues, parameterValues } from "./parameters.ts";
import { preferredResponse } from "./preference.ts";
import { violationsOf } from "./prism.ts";
import { authorise } from "./security.ts";
import type { ServedOperation } from "./served-operation.ts";

/**
 * Answers a call of an operation. Credentials come first, then the response the client prefers, the parameters,
 * what their values select, and the body; a request that passes all of them gets the usual answer.
 *
 * @throws Problem where the document names no answer; an Error where the client went away.
 */
export async function operationAnswer(
  served: ServedOperation,
  path: Record<string, string>,
  query: URLSearchParams,
  request: IncomingMessage,
): Promise<Answer> {
  const { operation, document } = served;
  const { headers } = request;
  authorise(served, headers, query);
  const preferred = preferredResponse(operation, [headers.prefer ?? []].flat().join());
  const values = parameterValues(operation, path, query, headers);
  const body = await receiveBody(operation, request);
  const ofInput = await checkInput(served, values, body);
  const ofBody = await bodyFailures(document, operation, body);
  const answer = (response: DocumentedResponse) =>
    documentedAnswer(served, values, response, headers.accept);

  const isFaulty = ofInput.length > 0 || ofBody.length > 0;
  if (preferred !== undefined && (!isFaulty || answersFaults(preferred))) return answer(preferred);
  if (ofInput.length > 0) return answer(refusal(served.conditions, ofInput, body));
  const selected = dispatch(served.dispatch, values);
  if (selected !== undefined) return answer(selected);
  if (ofBody.length > 0) return answer(refusal(served.conditions, ofBody, body));
  return answer(defaultResponse(operation));
}

/** As Prism has it, a faulty request can choose among the answers to faulty requests only. */
function answersFaults({ status }: DocumentedResponse): boolean {
  return status === 400 || status === 422;
}

async function checkInput(
  { operation, prism, prismWithoutBody }: ServedOperation,
  values: ParameterValues,
  body: ReceivedBody,
): Promise<Failure[]> {
  const request = {
    path: expandedPath(operation, values.path),
    query: values.query,
    headers: values.headers,
  };
  const violations =
    body.kind === "json"
      ? await violationsOf(prism, {
          ...request,
          headers: { ...values.headers, "content-type": body.media },
          body: body.value,
        })
      : await violationsOf(prismWithoutBody, request);
  return inputFailures(operation, values, violations);
}
