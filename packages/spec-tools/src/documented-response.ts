import { describesStatus, type Operation, responseExamples } from "@image-apis/spec";
import { choice, type Fault } from "./fault.ts";
import type { ValuePath } from "./location.ts";

/** A response as a file names it; nothing is sure before it is checked. */
export interface NamedResponse {
  status?: number;
  mediaType?: string;
  example?: string;
  fixture?: string;
}

/**
 * A response that an operation does not document, or an example that it does not have.
 *
 * @param at Where the file has the response.
 */
export function responseFaults(
  operation: Operation,
  response: NamedResponse | undefined,
  at: ValuePath,
): Fault[] {
  const { operationId, responses } = operation;
  const { status, mediaType = "", example } = response ?? {};
  const isDocumented = Object.keys(responses).some((it) => describesStatus(it, status ?? 0));
  if (status === undefined || !isDocumented) {
    const message = `${operationId} documents no response ${status ?? "without a status"}.${choice(Object.keys(responses))}`;
    return [{ at: [...at, "status"], message }];
  }
  if (example === undefined) return [];
  const known = responseExamples(operation)
    .filter((it) => describesStatus(it.documented, status) && it.mediaType === mediaType)
    .map(({ key }) => key);
  if (known.includes(example)) return [];
  const message = `The ${status} of ${operationId} has no example "${example}" as ${mediaType || "no media type"}.${choice(known, example)}`;
  return [{ at: [...at, "example"], message }];
}
