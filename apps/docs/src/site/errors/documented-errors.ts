import {
  type Exchange,
  type Operation,
  type ResponseExample,
  responseExamples,
} from "@image-apis/spec";
import type { Api } from "../api.ts";
import { type Condition, conditionFinder } from "./conditions.ts";

/** A failure the documents describe: one vendor code, or one condition where the vendor gives it no code. */
export interface DocumentedError {
  /** The last part of its page's address: the code, or the condition; with the API before it where several have it. */
  key: string;
  code: number | undefined;
  api: Api;
  conditions: Condition[];
  occurrences: Occurrence[];
}

/** One operation that may answer with an error. */
export interface Occurrence {
  operation: Operation;
  answer: ResponseExample;
  /** Requests that are answered so, the first for each condition. */
  exchanges: Exchange[];
}

/**
 * Every documented failure, by API and then by code; those without a code follow.
 *
 * @throws Error where `spec/conditions.yaml` does not have a condition.
 */
export function documentedErrors(apis: readonly Api[]): DocumentedError[] {
  const conditionOf = conditionFinder();
  const errors = new Map<string, DocumentedError>();
  for (const api of apis) {
    for (const operation of api.operations) {
      for (const answer of responseExamples(operation)) {
        if (answer.status < 400 || answer.when.length === 0) continue;
        const code = answer.example["x-error-code"];
        const key = String(code ?? answer.when[0]);
        const id = `${api.name} ${key}`;
        const error = errors.get(id) ?? { key, code, api, conditions: [], occurrences: [] };
        for (const name of answer.when) addCondition(error, conditionOf(name));
        error.occurrences.push({
          operation,
          answer,
          exchanges: exchangesOf(api, operation, answer),
        });
        errors.set(id, error);
      }
    }
  }
  const all = [...errors.values()];
  const isShared = (key: string) => all.filter((it) => it.key === key).length > 1;
  const named = all.map((it) =>
    isShared(it.key) ? { ...it, key: `${it.api.name}-${it.key}` } : it,
  );
  return named.sort(byApiAndCode(apis));
}

function addCondition({ conditions }: DocumentedError, condition: Condition): void {
  if (!conditions.includes(condition)) conditions.push(condition);
}

/** Those that need no earlier request, one for each distinct body a reader could send. */
function exchangesOf(api: Api, { operationId }: Operation, answer: ResponseExample): Exchange[] {
  return api.exchanges.filter(
    (exchange) =>
      exchange.operationId === operationId &&
      exchange.given.length === 0 &&
      exchange.response.status === answer.status &&
      exchange.response.mediaType === answer.mediaType &&
      exchange.response.example === answer.key,
  );
}

function byApiAndCode(apis: readonly Api[]) {
  return (a: DocumentedError, b: DocumentedError) =>
    apis.indexOf(a.api) - apis.indexOf(b.api) ||
    (a.code ?? Number.MAX_SAFE_INTEGER) - (b.code ?? Number.MAX_SAFE_INTEGER) ||
    a.key.localeCompare(b.key);
}
