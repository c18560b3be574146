import type { Difference } from "@image-apis/conformance/judging";
import type { Exchange, Operation } from "@image-apis/spec";
import { showsInRequest } from "./conditions.ts";
import type { Violation } from "./violation.ts";

/**
 * Holds the rules a request breaks against the response it gets. An accepted request breaks none. A refused one
 * breaks exactly the rule that `x-when` of its response names, and no other; it breaks none where the condition
 * depends on what the server knows.
 */
export function conditionDifferences(
  operation: Operation,
  exchange: Exchange,
  violations: readonly Violation[],
): Difference[] {
  const named = conditionsOf(operation, exchange);
  const unnamed = violations.filter(
    ({ conditions }) => !conditions.some((it) => named.includes(it)),
  );
  if (unnamed.length > 0)
    return unnamed.map(({ what, expected, received }) => ({ what, expected, received }));
  const mustShow = named.length > 0 && named.every(showsInRequest) && exchange.given.length === 0;
  if (!mustShow || violations.length > 0) return [];
  return [
    {
      what: "the request",
      expected: `to be refused for ${named.join(" or ")}`,
      received: "a request within every limit of the document",
    },
  ];
}

/** The `x-when` of the response, as a list; empty for a response that is not a refusal. */
function conditionsOf(operation: Operation, { response }: Exchange): string[] {
  if (response.status < 400) return [];
  const { content = {} } = operation.responses[String(response.status)] ?? {};
  const example = content[response.mediaType ?? ""]?.examples?.[response.example ?? ""];
  return [example?.["x-when"] ?? []].flat();
}
