import { essence, obligatoryHeaders } from "@image-apis/http-contract";
import {
  type OpenApiDocument,
  type Operation,
  type Refusal,
  responseExamples,
} from "@image-apis/spec";
import { compare, type Difference, inWords } from "../difference.ts";
import { parseJson, type ReceivedResponse } from "./received-response.ts";
import { obligatoryDifferences } from "./verdict-differences.ts";

/**
 * Holds a response of our mock against what a refusal says it is: problem details of that status, or a documented
 * example. What HTTP asks of a status is there as well.
 */
export function refusalDifferences(
  document: OpenApiDocument,
  operation: Operation,
  { mock: { status, example } }: Refusal,
  received: ReceivedResponse,
): Difference[] {
  const body = parseJson(new TextDecoder().decode(received.bytes));
  const outside = [
    ...compare("status", status, received.status),
    ...obligatoryDifferences(obligatoryHeaders(document, operation, received)),
  ];
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
