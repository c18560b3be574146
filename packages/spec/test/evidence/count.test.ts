import { describe, expect, it } from "vitest";
import { apiNames, loadEvidence } from "../../src/apis.ts";
import { pageCounts } from "../../src/evidence/count.ts";
import type { Evidence } from "../../src/evidence/model.ts";

const entry = (id: string, lines: number[]) => ({
  id,
  lines,
  kind: "behaviour" as const,
  place: "a table",
});
const page = { title: "A page", address: "https://a.example", read: "2026-01-01" };
const evidence: Evidence = {
  inventories: [
    {
      ...page,
      key: "S9",
      lineCount: 9,
      entries: [
        entry("a", [1]),
        entry("b", [2, 3]),
        entry("c", [3]),
        entry("d", [4]),
        { ...entry("e", [7]), kind: "limit" as const },
        { ...entry("f", [7]), kind: "limit" as const },
      ],
      leftOut: [
        { lines: [5], why: "blank" },
        { lines: [8, 9], why: "as on the other page", as: "CAP#a" },
      ],
    },
    { ...page, key: "CAP", isCompanion: true, entries: [{ ...entry("a", []) }] },
  ],
  provenance: {
    statements: [
      { kind: "limit", at: ["/a"], source: ["S9#a"], status: "documented" },
      { kind: "limit", at: ["/b"], source: ["S9#a", "S9#b"], status: "inferred", why: "So." },
      {
        kind: "limit",
        at: ["/c"],
        source: ["S9#e", "S9#f"],
        status: "contradicted",
        contradictions: [1],
      },
    ],
    contradictions: [
      {
        number: 1,
        about: "How many",
        readings: ["five", "six"],
        taken: "five",
        why: "So.",
        source: ["S9#e", "S9#f"],
        overruled: ["S9#f"],
      },
    ],
    leftOut: [{ source: "S9#c", why: "It says nothing." }],
  },
};

describe("the count of a page", () => {
  it("says what became of every line and of every entry", () => {
    expect(pageCounts(evidence)).toEqual([
      {
        key: "S9",
        title: "A page",
        address: "https://a.example",
        lines: 9,
        readLines: 5,
        repeatedLines: 2,
        leftOutLines: 1,
        unaccountedLines: 1,
        entries: 6,
        exact: 2,
        readings: 2,
        leftOut: 1,
        unaccounted: 1,
      },
    ]);
  });

  it.each(apiNames())("leaves nothing of the pages of %s unaccounted for", (api) => {
    const counts = pageCounts(loadEvidence(api));
    expect(counts.length).toBeGreaterThan(0);
    for (const it of counts) {
      expect(it).toMatchObject({ unaccountedLines: 0, unaccounted: 0 });
      expect(it.readLines + it.repeatedLines + it.leftOutLines).toBe(it.lines);
      expect(it.exact + it.readings + it.leftOut).toBe(it.entries);
    }
  });
});
