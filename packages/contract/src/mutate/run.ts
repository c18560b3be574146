import type { Check } from "./check.ts";
import { findKill } from "./find-kill.ts";
import type { Mutation } from "./mutation.ts";
import type { MutationResult } from "./mutation-result.ts";
import type { Subject } from "./subject.ts";

/**
 * Judges mutations one after the other. Before the first, every check is asked about the documents as they are.
 *
 * @param follow Is told of each outcome.
 * @throws Error When a check complains about the documents as they are: it would kill everything.
 */
export async function run(
  subjects: readonly Subject[],
  mutations: readonly Mutation[],
  checks: readonly Check[],
  follow: (outcome: MutationResult) => void = () => {},
): Promise<MutationResult[]> {
  const byApi = new Map(subjects.map((subject) => [subject.api, subject]));
  for (const api of new Set(mutations.map((it) => it.api))) {
    await failOnComplaint(subjectOf(byApi, api), checks);
  }
  const outcomes: MutationResult[] = [];
  for (const mutation of mutations) {
    const subject = subjectOf(byApi, mutation.api);
    const outcome = { mutation, kill: await findKill(subject, mutation, checks) };
    outcomes.push(outcome);
    follow(outcome);
  }
  return outcomes;
}

async function failOnComplaint(subject: Subject, checks: readonly Check[]): Promise<void> {
  const unchanged = {
    id: "",
    operator: "",
    api: subject.api,
    pointer: "",
    sentence: "",
    edits: [],
  };
  const kill = await findKill(subject, unchanged, checks);
  if (kill === undefined) return;
  throw new Error(
    `The document of ${subject.api} is red before anything is changed (${kill.check}): ${kill.complaint}`,
  );
}

function subjectOf(byApi: ReadonlyMap<string, Subject>, api: string): Subject {
  const subject = byApi.get(api);
  if (subject === undefined) throw new Error(`There is no document of ${api}.`);
  return subject;
}
