import {
  fixtureMediaType,
  fixturesOf,
  type Operation,
  type RefusalRequest,
} from "@image-apis/spec";
import { type Contract, operationFinder } from "../contract.ts";
import { readsOf } from "../effects/reads.ts";
import type { Unmet } from "./unmet.ts";

/** A documented request that brings the documented start about. */
export interface Remedy {
  operation: Operation;
  request: RefusalRequest;
}

/** The exchange whose effect is what is needed, sent for the thing that is not so; `undefined` where there is none. */
export function remedyOf(contract: Contract, { read, needs }: Unmet): Remedy | undefined {
  const reads = readsOf(contract);
  const operationOf = operationFinder(contract);
  const { operationId } = read.operation;
  const done = contract.exchanges.filter(
    ({ response, given }) => response.status < 300 && given.length === 0,
  );
  const effectsOf = (exchange: (typeof done)[number]) =>
    (exchange.effects ?? reads.following(exchange, operationOf(exchange))).filter(
      (it) => it.read === operationId,
    );
  const found = done.find((exchange) => {
    const effects = effectsOf(exchange);
    if (needs.is === "removed") return effects.some(({ removed }) => removed !== undefined);
    const { response } = needs.exchange;
    if (needs.is === "absent") return effects.some((it) => it.shows?.example === response.example);
    const files = fixturesOf(exchange.request.body).map(fixtureMediaType);
    return files.length === 1 && effects.length > 0 && files[0] === response.mediaType;
  });
  if (found === undefined) return undefined;
  const { request } = found;
  const removed = effectsOf(found)[0]?.removed;
  const query =
    needs.is === "removed" && removed !== undefined
      ? { ...request.query, [removed]: [...needs.positions] }
      : request.query;
  const path = { ...request.path, ...read.path };
  return { operation: operationOf(found), request: { ...request, path, query } };
}
