import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startChecks } from "../../scripts/mutate/checks.ts";
import { loadEquivalents } from "../../scripts/mutate/equivalents.ts";
import { loadSubjects } from "../../scripts/mutate/subjects.ts";
import type { Check } from "../../src/mutate/check.ts";
import { mutations } from "../../src/mutate/mutations.ts";
import { operators } from "../../src/mutate/operators.ts";
import { mutationReport } from "../../src/mutate/report.ts";
import { mutationText } from "../../src/mutate/report-text.ts";
import { run } from "../../src/mutate/run.ts";
import { sample } from "../../src/mutate/sample.ts";
import { sendsLargeFile } from "../../src/mutate/scope.ts";

const subjects = loadSubjects();
let checks: Check[] = [];
let close = async () => {};
beforeAll(async () => {
  ({ checks, close } = await startChecks(subjects));
});
afterAll(() => close());

/** Under these keys the order says something: which example, media type or response is the first. */
const ordered = new Set(["examples", "content", "responses", "paths"]);

/** The same document, written by somebody else: the keys of its maps stand in another order. */
function reserialised<T>(node: T, key = ""): T {
  if (node === null || typeof node !== "object") return node;
  if (Array.isArray(node)) return node.map((item) => reserialised(item)) as T;
  const entries = Object.entries(node).map(([name, it]) => [name, reserialised(it, name)]);
  return Object.fromEntries(ordered.has(key) ? entries : entries.reverse()) as T;
}

describe("the checks", () => {
  it.each(subjects)("find nothing wrong with $api in another order of keys", async (subject) => {
    const same = { ...subject, document: reserialised(subject.document) };
    expect(JSON.stringify(same.document)).not.toBe(JSON.stringify(subject.document));
    expect(same.document).toEqual(subject.document);
    for (const check of checks) {
      const complaint = await check.complaint(same, (it) => !sendsLargeFile(it));
      expect([check.name, complaint]).toEqual([check.name, undefined]);
    }
  });

  it("see every one of sixty mutations that changes something", async () => {
    const all = mutations(subjects, operators);
    const outcomes = await run(subjects, sample(all, 60, 20261121), checks);
    const report = mutationReport({ operators, checks, all, outcomes }, loadEquivalents());
    expect(report.mutations).toBe(60);
    expect(report.isProved, mutationText(report)).toBe(true);
  });
});
