import { type Operation, responseExamples } from "@image-apis/spec";

/** A response of the document. */
export interface DocumentedResponse {
  status: number;
  /** The key of its example; `undefined` for the first, or where there is none. */
  example: string | undefined;
}

/** Asked for in every call, and always the same. */
const usual = new WeakMap<Operation, DocumentedResponse>();

/** What a request gets that breaks no rule: the lowest 2xx with its first example. */
export function defaultResponse(operation: Operation): DocumentedResponse {
  const known = usual.get(operation) ?? lowestSuccess(operation);
  usual.set(operation, known);
  return known;
}

function lowestSuccess(operation: Operation): DocumentedResponse {
  const statuses = Object.keys(operation.responses).map(Number);
  const status = Math.min(...statuses.filter((it) => it >= 200 && it < 300));
  return { status, example: examplesOf(operation, status)[0] };
}

/** The keys of the examples of one status, each once, in the document's order. */
export function examplesOf(operation: Operation, status: number): string[] {
  const keys = responseExamples(operation).filter((it) => it.status === status);
  return [...new Set(keys.map((it) => it.key))];
}

/** Whether two responses are the same. */
export function isSameResponse(a: DocumentedResponse, b: DocumentedResponse): boolean {
  return a.status === b.status && a.example === b.example;
}
