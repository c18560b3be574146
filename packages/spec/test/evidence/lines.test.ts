import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { apiNames, loadEvidence } from "../../src/apis.ts";
import { inWords, lineProblems } from "../../src/evidence/lines.ts";
import type { Inventory } from "../../src/evidence/model.ts";

type Case = Partial<Omit<Inventory, "entries">> & {
  what: string;
  entries: { id: string; lines?: number[] }[];
  findings?: string[];
};

const { ok, ko } = parse(readFileSync(new URL("lines.yaml", import.meta.url), "utf8")) as {
  ok: Case[];
  ko: Case[];
};

function messages({ what: _what, findings: _findings, entries, ...page }: Case): string[] {
  const held = entries.map((it) => ({ ...it, kind: "behaviour" as const, place: "a table" }));
  const given = { key: "S9", title: "A page", address: "https://a.example", read: "2026-01-01" };
  return lineProblems([{ ...given, ...page, entries: held }]).map(({ message }) => message);
}

describe("the lines of a page", () => {
  it.each(ok)("are all accounted for: $what", (it) => {
    expect(messages(it)).toEqual([]);
  });

  it.each(ko)("are missed: $what", (it) => {
    const wanted = it.findings?.map((start) => expect.stringContaining(start));
    expect(messages(it)).toEqual(wanted);
  });

  it("are named as ranges", () => {
    expect(inWords([3])).toBe("line 3");
    expect(inWords([9, 1, 2, 3, 3])).toBe("lines 1-3, 9");
  });
});

describe.each(apiNames())("the inventories of %s", (api) => {
  const { inventories } = loadEvidence(api);
  const own = inventories.filter(({ isCompanion }) => !isCompanion);

  it("say what becomes of every line of the pages the project exists for", () => {
    expect(own.length).toBeGreaterThan(0);
    for (const { key, lineCount = 0, entries, leftOut = [] } of own) {
      const read = entries.flatMap(({ lines = [] }) => lines);
      const dropped = leftOut.flatMap(({ lines }) => lines);
      const all = [...new Set([...read, ...dropped])].sort((a, b) => a - b);
      expect(lineCount, key).toBeGreaterThan(0);
      expect(all, key).toEqual(Array.from({ length: lineCount }, (_, index) => index + 1));
    }
  });

  it("miss any single line that is forgotten", () => {
    for (const page of own) {
      for (let line = 1; line <= (page.lineCount ?? 0); line++) {
        const without = (lines: number[] = []) => lines.filter((it) => it !== line);
        const changed = {
          ...page,
          entries: page.entries.map((it) => ({ ...it, lines: without(it.lines) })),
          leftOut: page.leftOut?.map((it) => ({ ...it, lines: without(it.lines) })) ?? [],
        };
        const found = lineProblems([...inventories.filter((it) => it !== page), changed]);
        expect(found.map(({ message }) => message).join(), `${page.key} ${line}`).toContain(
          `${page.key} says nothing about line ${line} `,
        );
      }
    }
  });

  it("never repeat a page's text as the reason why a line is left out", () => {
    for (const { leftOut = [] } of own) {
      for (const { why } of leftOut) expect(why.length, why).toBeLessThan(70);
    }
  });
});
