import { type Operation, responseExamples } from "@image-apis/spec";
import type { DocumentedResponse } from "../operations/documented-response.ts";

/** By the name of `x-when`, the response that the document has for it. */
export type ConditionTable = ReadonlyMap<string, DocumentedResponse>;

/**
 * Collects the conditions that an operation's examples name. A name that no check can find in a request does no harm:
 * its example is still sent to whoever asks for it with `Prefer: example=`.
 */
export function conditionTable(operation: Operation): ConditionTable {
  const table = new Map<string, DocumentedResponse>();
  for (const { status, key, when } of responseExamples(operation)) {
    for (const name of when) if (!table.has(name)) table.set(name, { status, example: key });
  }
  return table;
}
