import { loadSubjects } from "../../scripts/mutate/subjects.ts";
import type { Subject } from "../../src/mutate/subject.ts";

/** A copy of the subject of an API, to be changed at will. */
export function subjectOf(api: string): Subject {
  const subject = loadSubjects().find((it) => it.api === api);
  if (subject === undefined) throw new Error(`There is no document of ${api}.`);
  return subject;
}
