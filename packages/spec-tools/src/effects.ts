import type { Effect, Operation } from "@image-apis/spec";
import { responseFaults } from "./documented-response.ts";
import { choice, type Fault } from "./fault.ts";
import type { ValuePath } from "./location.ts";

/** A step of `then:` as it is written; nothing is sure before it is checked. */
export type NamedEffect = Partial<Effect>;

interface Written {
  request?: { path?: Record<string, unknown> };
  then?: NamedEffect[];
}

/**
 * Steps of `then:` that name no documented read operation, leave out a parameter of its path, or expect what it does
 * not document. The fixtures they name are checked with the others.
 *
 * @param all The operations of the API.
 */
export function effectFaults(
  operation: Operation,
  { request, then = [] }: Written,
  all: readonly Operation[],
): Fault[] {
  const reads = all.filter(({ method }) => method === "get");
  return then.flatMap((step, index) => {
    const at: ValuePath = ["then", index];
    const read = reads.find(({ operationId }) => operationId === step.read);
    if (read === undefined) {
      const known = choice(reads.map(({ operationId }) => operationId));
      const message = `There is no read operation "${step.read}".${known}`;
      return [{ at: [...at, "read"], message }];
    }
    return [
      ...twoWords(step, at),
      ...pathFaults(read, { ...request?.path, ...step.path }, at),
      ...(step.shows === undefined ? [] : responseFaults(read, step.shows, [...at, "shows"])),
      ...(step.removed === undefined ? [] : removedFaults(operation, step.removed, at)),
    ];
  });
}

function twoWords({ shows, unchanged, removed }: NamedEffect, at: ValuePath): Fault[] {
  const said = Object.entries({ shows, unchanged, removed }).filter(([, it]) => it !== undefined);
  if (said.length < 2) return [];
  const names = said.map(([name]) => name).join(" and ");
  return [{ at, message: `A step says one thing, and this one says ${names}. Keep one of them.` }];
}

function pathFaults(
  { operationId, parameters }: Operation,
  path: Record<string, unknown>,
  at: ValuePath,
): Fault[] {
  return parameters
    .filter((it) => it.in === "path" && path[it.name] === undefined)
    .map(({ name }) => ({
      at,
      message: `${operationId} needs a "${name}", and the request has none. Write it under "path".`,
    }));
}

function removedFaults({ operationId, parameters }: Operation, name: string, at: ValuePath) {
  const known = parameters.filter((it) => it.in === "query").map((it) => it.name);
  if (known.includes(name)) return [];
  const message = `${operationId} has no query parameter "${name}".${choice(known)}`;
  return [{ at: [...at, "removed"], message }];
}
