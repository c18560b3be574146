import { describe, expect, it } from "vitest";
import type { Mutation, Operator } from "../../src/mutate/mutation.ts";
import type { MutationResult } from "../../src/mutate/mutation-result.ts";
import { mutationReport } from "../../src/mutate/report.ts";
import { mutationMarkdown } from "../../src/mutate/report-markdown.ts";
import { mutationText } from "../../src/mutate/report-text.ts";
import { sample } from "../../src/mutate/sample.ts";

const operators: Operator[] = ["a.drop", "b.swap"].map((name) => ({
  name,
  does: "Changes it.",
  find: () => [],
}));
const mutation = (operator: string, place: number): Mutation => ({
  id: `${operator} music#/${place}`,
  operator,
  api: "music",
  pointer: `/${place}`,
  sentence: `It is ${place}.`,
  edits: [],
});
const all = [1, 2, 3].flatMap((place) => [mutation("a.drop", place), mutation("b.swap", place)]);
const checks = [{ name: "evidence" }, { name: "lint" }];

/** The report of a run in which some mutations live. */
function report(alive: string[], equivalents: { reason: string; mutations: string[] }[] = []) {
  const outcomes: MutationResult[] = all.map((it) => ({
    mutation: it,
    kill: alive.includes(it.id) ? undefined : { check: "lint", complaint: "No." },
  }));
  return mutationReport({ operators, checks, all, outcomes }, equivalents);
}

const live = "a.drop music#/1";

describe("a report", () => {
  it("counts by operator and by check", () => {
    expect(mutationText(report([])).split("\n")).toEqual([
      "          killed  survived  equivalent  evidence  lint",
      "a.drop         3                                     3",
      "b.swap         3                                     3",
      "all            6                                     6",
      "",
      "6 mutations: 6 killed, 0 survived, 0 equivalent",
    ]);
  });

  it("is not proved while a mutation survives, and names it", () => {
    const found = report([live]);
    expect(found.isProved).toBe(false);
    expect(mutationText(found)).toContain(`survived: ${live}\n  It is 1.`);
    expect(mutationMarkdown(found)).toContain(`- It is 1. (\`${live}\`)`);
  });

  it("is proved when what survives changes nothing, by id or by operator", () => {
    const byId = report([live], [{ reason: "The same.", mutations: [live] }]);
    expect([byId.isProved, byId.equivalent]).toEqual([true, 1]);
    expect(mutationMarkdown(byId)).toContain("The same.");
    const own = all.filter(({ operator }) => operator === "a.drop").map(({ id }) => id);
    expect(report(own, [{ reason: "The same.", mutations: ["a.drop"] }]).isProved).toBe(true);
  });

  it.each([
    ["a mutation that a check sees", "a.drop music#/2", /but lint sees it/],
    ["an operator that a check sees once", "a.drop", /but lint sees it/],
    ["a mutation that does not exist", "a.drop music#/9", /does not exist/],
    ["the same twice", live, /names it twice/],
  ])("is not proved when the list excuses %s", (_what, name, fault) => {
    const found = report([live], [{ reason: "The same.", mutations: [live, name] }]);
    expect(found.isProved).toBe(false);
    expect(found.faults.join("\n")).toMatch(fault);
  });

  it("asks for a reason", () => {
    expect(report([live], [{ reason: " ", mutations: [live] }]).faults).toEqual([
      `${live}: equivalents.json gives no reason.`,
    ]);
  });
});

describe("a sample", () => {
  it("is the same for the same seed, and another for another", () => {
    const ids = (seed: number) => sample(all, 4, seed).map(({ id }) => id);
    expect(ids(7)).toEqual(ids(7));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => ids(seed).join())).size).toBeGreaterThan(1);
  });

  it("takes one of each operator first", () => {
    const picked = sample(all, 2, 3).map(({ operator }) => operator);
    expect(picked.sort()).toEqual(["a.drop", "b.swap"]);
  });

  it("ends where there is nothing left", () => {
    expect(sample(all, 100, 1).length).toBe(all.length);
  });
});
