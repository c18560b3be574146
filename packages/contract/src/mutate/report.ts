import { type Equivalent, equivalentFaults, reasonFor } from "./equivalents.ts";
import type { Mutation, Operator } from "./mutation.ts";
import type { MutationResult } from "./mutation-result.ts";

/** What a run found out, as `dist/mutation.json` holds it. */
export interface MutationReport {
  /** Whether everything that means something was seen, and the list of equivalents is in order. */
  isProved: boolean;
  mutations: number;
  killed: number;
  survived: number;
  equivalent: number;
  /** The names of the checks, in the order they are asked. */
  checks: string[];
  operators: OperatorRow[];
  survivors: Line[];
  equivalents: (Line & { reason: string })[];
  kills: (Line & { check: string; complaint: string })[];
  /** What is wrong with the list of equivalents. */
  faults: string[];
}

/** What became of an operator's mutations. */
export interface OperatorRow {
  operator: string;
  does: string;
  mutations: number;
  killed: number;
  survived: number;
  equivalent: number;
  /** How many each check saw first. */
  killedBy: Record<string, number>;
}

interface Line {
  id: string;
  sentence: string;
}

/** Counts the outcomes of a run. */
export function mutationReport(
  run: {
    operators: readonly Operator[];
    checks: readonly { name: string }[];
    all: readonly Mutation[];
    outcomes: readonly MutationResult[];
  },
  equivalents: readonly Equivalent[],
): MutationReport {
  const { operators, checks, all, outcomes } = run;
  const faults = equivalentFaults(equivalents, all, outcomes);
  const line = ({ mutation: { id, sentence } }: MutationResult): Line => ({ id, sentence });
  const alive = outcomes.filter(({ kill }) => kill === undefined);
  const excused = alive.flatMap((outcome) => {
    const reason = reasonFor(outcome.mutation, equivalents);
    return reason === undefined ? [] : [{ ...line(outcome), reason }];
  });
  const survivors = alive
    .filter(({ mutation }) => reasonFor(mutation, equivalents) === undefined)
    .map(line);
  const rows = operators.map((operator) => rowOf(operator, outcomes, equivalents));
  return {
    isProved: survivors.length === 0 && faults.length === 0,
    mutations: outcomes.length,
    killed: outcomes.length - alive.length,
    survived: survivors.length,
    equivalent: excused.length,
    checks: checks.map(({ name }) => name),
    operators: rows.filter(({ mutations }) => mutations > 0),
    survivors,
    equivalents: excused,
    kills: outcomes.flatMap((outcome) =>
      outcome.kill === undefined ? [] : [{ ...line(outcome), ...outcome.kill }],
    ),
    faults,
  };
}

function rowOf(
  { name, does }: Operator,
  outcomes: readonly MutationResult[],
  equivalents: readonly Equivalent[],
): OperatorRow {
  const own = outcomes.filter(({ mutation }) => mutation.operator === name);
  const alive = own.filter(({ kill }) => kill === undefined);
  const equivalent = alive.filter(({ mutation }) => reasonFor(mutation, equivalents)).length;
  const killedBy: Record<string, number> = {};
  for (const { kill } of own) {
    if (kill !== undefined) killedBy[kill.check] = (killedBy[kill.check] ?? 0) + 1;
  }
  return {
    operator: name,
    does,
    mutations: own.length,
    killed: own.length - alive.length,
    survived: alive.length - equivalent,
    equivalent,
    killedBy,
  };
}
