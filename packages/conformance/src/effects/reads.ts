import { isJson } from "@image-apis/http-contract";
import {
  type Effect,
  type Exchange,
  type Json,
  type Operation,
  operations,
  type RefusalRequest,
  responseExamples,
} from "@image-apis/spec";
import type { Contract } from "../contract.ts";

/** One documented read of one thing: a look at what the server stores. */
export interface Read {
  /** The same for the same thing, for example `getCustomer 565039505`. */
  key: string;
  operation: Operation;
  /** The exchange that it is asked like. */
  like: Exchange;
  path: Readonly<Record<string, Json>>;
  request: RefusalRequest;
}

/** The reads that show what an API stores, as far as its exchanges name it. */
export interface Reads {
  /** All that can tell of what an operation changed; none where the API has no read for it. */
  of(operation: Operation): readonly Read[];
  /** The read that a step of `then:` is about. */
  at(effect: Effect): Read | undefined;
  /** What reads of the same thing show when nothing else is said: what the request sent. */
  following(exchange: Exchange, operation: Operation): Effect[];
}

/**
 * Finds the reads of a contract. A read shows what another operation changes where the path of the other names the same
 * thing, or a step of `then:` says so.
 */
export function readsOf(contract: Contract): Reads {
  const all = operations(contract.document);
  const observers = all.filter((it) => it.method === "get" && namesIn(it).length > 0);
  const like = new Map(observers.map((it) => [it.operationId, usualRead(contract, it)]));
  const said = (operationId: string) =>
    contract.exchanges
      .filter((it) => it.operationId === operationId)
      .flatMap(({ effects = [] }) => effects.map(({ read }) => read));
  const observersOf = (operation: Operation) => {
    const named = new Set(said(operation.operationId));
    return observers.filter((it) => named.has(it.operationId) || isAbout(it, operation));
  };
  const read = (operation: Operation, path: Read["path"]): Read[] => {
    const exchange = like.get(operation.operationId);
    if (exchange === undefined) return [];
    const own = Object.fromEntries(namesIn(operation).map((name) => [name, path[name] ?? ""]));
    const { query, security } = exchange.request;
    const request = { path: own, query, headers: {}, security };
    const key = keyOf(operation.operationId, own);
    return [{ key, operation, like: exchange, path: own, request }];
  };
  const byOperation = new Map(
    observers.map((it) => {
      const paths = contract.exchanges
        .flatMap(({ request, effects = [] }) => [request.path, ...effects.map(({ path }) => path)])
        .filter((path) => namesIn(it).every((name) => /^\d+$/.test(String(path[name]))));
      const found = paths.flatMap((path) => read(it, path));
      return [it.operationId, [...new Map(found.map((one) => [one.key, one])).values()]];
    }),
  );
  return {
    of: (operation) =>
      observersOf(operation).flatMap(({ operationId }) => byOperation.get(operationId) ?? []),
    at: ({ read: operationId, path }) =>
      byOperation
        .get(operationId)
        ?.find((it) => it.key === keyOf(operationId, it.path) && isSame(it.path, path)),
    following: ({ request: { path } }, operation) =>
      observersOf(operation)
        .filter((it) => isAbout(it, operation))
        .map(({ operationId }) => ({ read: operationId, path })),
  };
}

/** The names of the parameters of its path. */
function namesIn({ parameters }: Operation): string[] {
  return parameters.filter((it) => it.in === "path").map(({ name }) => name);
}

function isAbout(read: Operation, { path, operationId, parameters }: Operation): boolean {
  const names = parameters.filter((it) => it.in === "path").map(({ name }) => name);
  return (
    read.operationId !== operationId &&
    namesIn(read).every((name) => names.includes(name) && path.includes(`{${name}}`))
  );
}

/** Of the successful exchanges of a read operation the one that asks for the least: nothing is scaled or left out. */
function usualRead({ exchanges }: Contract, operation: Operation): Exchange | undefined {
  const { operationId } = operation;
  const examples = responseExamples(operation);
  /** What is shown of something that is missing tells nothing of what is there. */
  const isUsual = ({ response: { status, example } }: Exchange) =>
    !examples.some((it) => it.status === status && it.key === example && it.when.length > 0);
  const asks = ({ request: { query, headers } }: Exchange) =>
    Object.keys(query).length * 10 + Object.keys(headers).length;
  return exchanges
    .filter((it) => it.operationId === operationId && it.response.status < 300)
    .filter(isUsual)
    .filter(({ given, response }) => given.length === 0 && response.mediaType !== undefined)
    .filter(({ response }) => response.fixture !== undefined || isJson(response.mediaType ?? ""))
    .toSorted((a, b) => asks(a) - asks(b))[0];
}

function keyOf(operationId: string, path: Read["path"]): string {
  return [operationId, ...Object.values(path).map(String)].join(" ");
}

function isSame(a: Read["path"], b: Read["path"]): boolean {
  return Object.entries(a).every(([name, value]) => String(value) === String(b[name]));
}
