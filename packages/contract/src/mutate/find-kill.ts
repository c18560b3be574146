import type { Check, Wanted } from "./check.ts";
import { edited } from "./edit.ts";
import type { Mutation } from "./mutation.ts";
import { isNear, sendsLargeFile } from "./scope.ts";
import type { Subject } from "./subject.ts";

/** The check that saw a mutation, and what it said. */
export interface Kill {
  check: string;
  complaint: string;
}

/**
 * Changes a subject and asks the checks, in their order, until one complains. Those that can be asked about some
 * exchanges are first asked about the near ones; what survives that is judged by the rest.
 */
export async function findKill(
  subject: Subject,
  mutation: Mutation,
  checks: readonly Check[],
): Promise<Kill | undefined> {
  const changed = edited(subject, mutation.edits);
  if (/^\/(evidence|exchanges)\//.test(mutation.pointer)) {
    const byEvidence = checks.filter(({ sees }) => sees === "evidence");
    return firstKill(byEvidence, changed, () => true);
  }
  const near = isNear(subject.document, changed.document, mutation);
  const byExchanges = checks.filter(({ sees }) => sees === "exchanges");
  return (
    (await firstKill(checks, changed, near)) ??
    (await firstKill(byExchanges, changed, (it) => !near(it)))
  );
}

async function firstKill(
  checks: readonly Check[],
  changed: Subject,
  wanted: Wanted,
): Promise<Kill | undefined> {
  for (const check of checks) {
    const complaint = await complaintOf(
      check,
      changed,
      (it) => wanted(it) && (check.takesLargeFiles === true || !sendsLargeFile(it)),
    );
    if (complaint !== undefined) return { check: check.name, complaint };
  }
  return undefined;
}

/**
 * A check that cannot read a document complains about it. A connection that breaks, as one may that was idle for
 * long, has a second chance: it says nothing about the document.
 */
async function complaintOf(
  check: Check,
  subject: Subject,
  wanted: Wanted,
  isFirst = true,
): Promise<string | undefined> {
  try {
    return await check.complaint(subject, wanted);
  } catch (error) {
    const isBrokenConnection = error instanceof TypeError && error.message === "fetch failed";
    if (isBrokenConnection && isFirst) return complaintOf(check, subject, wanted, false);
    return error instanceof Error ? error.message : String(error);
  }
}
