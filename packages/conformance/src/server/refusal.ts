import { essence } from "@image-apis/http-contract";
import { type Operation, type Refusal, responseExamples } from "@image-apis/spec";
import { compare, type Difference, inWords } from "../difference.ts";
import { parseJson, type ReceivedAnswer } from "./answer.ts";

/**
 * Holds an answer of our mock against what a refusal says it is: problem details of that status, or a documented
 * example. What HTTP asks of a status is there as well.
 */
export function refusalDifferences(
  operation: Operation,
  { mock: { status, example } }: Refusal,
  received: ReceivedAnswer,
): Difference[] {
  const body = parseJson(new TextDecoder().decode(received.bytes));
  const outside = [...compare("status", status, received.status), ...obligatoryHeaders(received)];
  if (outside.length > 0) {
    return [...outside, { what: "body", expected: "that refusal", received: inWords(body) }];
  }
  const documented = responseExamples(operation).find(
    (it) => it.status === status && it.key === example,
  );
  if (example !== undefined) return compare("body", documented?.example.value, body);
  return [
    ...compare("media type", "application/problem+json", essence(received.contentType)),
    ...compare("body /status", status, (body as { status?: unknown } | null)?.status),
  ];
}

/** By RFC 9110, 401 comes with a challenge and 405 with the methods that are allowed. */
export function obligatoryHeaders({ status, headers }: ReceivedAnswer): Difference[] {
  const name = { 401: "www-authenticate", 405: "allow" }[status];
  if (name === undefined || headers[name] !== undefined) return [];
  return [{ what: `header ${name}`, expected: `to come with ${status}`, received: "nothing" }];
}
