import { ApiError } from "@image-apis/client";
import type { ExpectedResponse } from "@image-apis/conformance/judging";
import { compare, type Difference, fingerprint, inWords } from "@image-apis/conformance/judging";
import type { Exchange, Operation } from "@image-apis/spec";

/** What a call came to. */
export type CallResult = { returned: unknown } | { thrown: unknown };

/** Waits for a call to end, either way. */
export async function resultOf(call: Promise<unknown>): Promise<CallResult> {
  try {
    return { returned: await call };
  } catch (thrown) {
    return { thrown };
  }
}

/**
 * Holds the result of a call against the documented response: a success returns the documented value or the bytes
 * of the file, a refusal is an `ApiError` with the status, the vendor's code and the body.
 */
export async function callDifferences(
  operation: Operation,
  { response }: Exchange,
  { status, body }: ExpectedResponse,
  result: CallResult,
): Promise<Difference[]> {
  const value = "value" in body ? body.value : undefined;
  if (status < 400) {
    if ("thrown" in result) return [unexpected("a returned value", result.thrown)];
    const { returned } = result;
    if (body.kind !== "file") return compare("returned value", value, returned);
    const received = returned instanceof Blob ? fingerprint(await returned.bytes()) : returned;
    return compare("returned file", fingerprint(body.bytes), received);
  }
  if ("returned" in result) {
    return [{ what: "the call", expected: "an ApiError", received: inWords(result.returned) }];
  }
  const { thrown } = result;
  if (!(thrown instanceof ApiError)) return [unexpected("an ApiError", thrown)];
  const content = operation.responses[String(status)]?.content?.[response.mediaType ?? ""];
  const code = content?.examples?.[response.example ?? ""]?.["x-error-code"];
  return [
    ...compare("status of the error", status, thrown.status),
    ...compare("code of the error", code, thrown.code),
    ...compare("body of the error", value, thrown.body),
  ];
}

function unexpected(expected: string, thrown: unknown): Difference {
  return { what: "the call", expected, received: String(thrown) };
}
