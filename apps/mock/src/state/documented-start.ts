import { type ContractOperation, defaultResponse, isSameResponse } from "@image-apis/http-contract";
import { type Exchange, type Json, responseExamples } from "@image-apis/spec";

/** The exchanges with the usual answer and nothing before them: what they name is there from the start. */
export function usualExchanges({ operation, exchanges }: ContractOperation): Exchange[] {
  const usual = defaultResponse(operation);
  return exchanges.filter(
    ({ given, response }) =>
      given.length === 0 &&
      response.status === usual.status &&
      (response.example === undefined ||
        isSameResponse({ status: response.status, example: response.example }, usual)),
  );
}

/** The exchanges whose answer has this name in its `x-when`. */
export function exchangesWhen(
  { operation, exchanges }: ContractOperation,
  name: string,
): Exchange[] {
  const keys = responseExamples(operation).filter(({ when }) => when.includes(name));
  return exchanges.filter(({ response }) => keys.some(({ key }) => key === response.example));
}

/** The body of an operation's usual answer as the document shows it; `undefined` where it shows none. */
export function usualExample({ operation }: ContractOperation): Json | undefined {
  const usual = defaultResponse(operation);
  return responseExamples(operation).find((it) =>
    isSameResponse(usual, { status: it.status, example: it.key }),
  )?.example.value;
}
