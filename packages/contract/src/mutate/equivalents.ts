import type { Mutation } from "./mutation.ts";
import type { MutationResult } from "./mutation-result.ts";

/** Mutations that change nothing for anybody, and why: reviewed by a person. */
export interface Equivalent {
  reason: string;
  /** Ids; the name of an operator stands for everything it makes. */
  mutations: string[];
}

/** The reason why a mutation changes nothing, where one is given. */
export function reasonFor(
  { id, operator }: Mutation,
  equivalents: readonly Equivalent[],
): string | undefined {
  return equivalents.find(({ mutations }) => mutations.some((it) => it === id || it === operator))
    ?.reason;
}

/**
 * What is wrong with the list: a name of nothing, of a mutation that a check does see, twice the same, no reason.
 *
 * @param all Every mutation there is; `outcomes` may be some of them.
 */
export function equivalentFaults(
  equivalents: readonly Equivalent[],
  all: readonly Mutation[],
  outcomes: readonly MutationResult[],
): string[] {
  const names = equivalents.flatMap(({ mutations }) => mutations);
  const known = new Set(all.flatMap(({ id, operator }) => [id, operator]));
  const seen = new Map(
    outcomes.flatMap(({ mutation: { id, operator }, kill }) =>
      kill === undefined ? [] : [[id, kill] as const, [operator, kill] as const],
    ),
  );
  return [
    ...names
      .filter((name) => !known.has(name))
      .map((name) => `${name}: equivalents.json names a mutation that does not exist. Delete it.`),
    ...names.flatMap((name) => {
      const kill = seen.get(name);
      if (kill === undefined) return [];
      return [`${name}: equivalents.json excuses it, but ${kill.check} sees it. Delete it.`];
    }),
    ...names
      .filter((name, index) => names.indexOf(name) < index)
      .map((name) => `${name}: equivalents.json names it twice. Delete one.`),
    ...equivalents
      .filter(({ reason }) => reason.trim() === "")
      .map(({ mutations }) => `${mutations[0]}: equivalents.json gives no reason.`),
  ];
}
