import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { apiNames, loadDocument, loadEvidence } from "../../src/apis.ts";
import { checkEvidence } from "../../src/evidence/check.ts";
import { claimProblems, unclaimedProse } from "../../src/evidence/claims.ts";
import type { InventoryEntry, Statement } from "../../src/evidence/model.ts";
import { onOneLine, prose, riskyWords } from "../../src/evidence/prose.ts";
import { valueAt } from "../../src/json.ts";

const { ok, ko } = parse(readFileSync(new URL("prose.yaml", import.meta.url), "utf8")) as {
  ok: string[];
  ko: { says: string; words: string[] }[];
};

describe("the words that need a source", () => {
  it.each(ok)("are not in: %s", (sentence) => {
    expect(riskyWords(sentence)).toEqual([]);
  });

  it.each(ko)("are found in: $says", ({ says, words }) => {
    expect(riskyWords(says).map((it) => it.words)).toEqual(words);
  });

  it("are not in a text that is still to be written over", () => {
    expect(riskyWords("TODO: what a reader must know before the first request.")).toEqual([]);
    expect(riskyWords("TODO: what it must be. It must be here.")).toHaveLength(1);
  });

  it("are found where they stand", () => {
    const text = "It is never empty. It is never full.";
    expect(riskyWords(text).map(({ index }) => index)).toEqual([6, 25]);
    expect(riskyWords(text)[1]?.sentence.trim()).toBe("It is never full.");
  });
});

/** A document with one description of ours, and everything that looks like one. */
const document = {
  ...loadDocument(apiNames()[0] ?? ""),
  info: { title: "An API", version: "1.0.0", summary: "Images", description: "Up to 5 files." },
  externalDocs: undefined,
  servers: [],
  tags: [],
  paths: {},
  components: {
    schemas: {
      Thing: {
        type: "object",
        description: "Always there.",
        properties: { description: { type: "string", description: "Never empty." } },
        example: { description: "Only a value." },
      },
    },
  },
} as unknown as ReturnType<typeof loadDocument>;

const at = "/info/description";
const entries = new Map<string, InventoryEntry>([
  ["S9#files", { id: "files", kind: "limit", place: "a table", value: 5 }],
]);
const claim: Statement = {
  kind: "claim",
  at: [at],
  says: "Up to 5 files",
  source: ["S9#files"],
  status: "documented",
};
const ofClaim = (change: Partial<Statement>) =>
  claimProblems(document, { ...claim, ...change }, entries).map(({ message }) => message);

describe("the prose of a document", () => {
  it("is every description and summary, and no value of such a name", () => {
    expect(prose(document).map(({ pointer }) => pointer)).toEqual([
      "/info/summary",
      "/info/description",
      "/components/schemas/Thing/description",
      "/components/schemas/Thing/properties/description/description",
    ]);
  });

  it("needs a claim for each word, at its pointer and around the word", () => {
    const missing = (statements: Statement[]) =>
      unclaimedProse(document, statements).map(({ pointer, prose }) => [pointer, prose?.words]);
    const others = [
      ["/components/schemas/Thing/description", "Always"],
      ["/components/schemas/Thing/properties/description/description", "Never"],
    ];
    expect(missing([claim])).toEqual(others);
    const both = [
      [at, "Up to"],
      [at, "5 files"],
    ];
    expect(missing([])).toEqual([...both, ...others]);
    expect(missing([{ ...claim, says: "to 5 files" }])).toEqual([[at, "Up to"], ...others]);
    expect(missing([{ ...claim, at: ["/info/summary"] }])).toEqual([...both, ...others]);
    expect(missing([{ ...claim, kind: "behaviour" }])).toEqual([...both, ...others]);
  });
});

describe("a claim", () => {
  it("stands where its words stand, whatever the lines they are broken into", () => {
    expect(ofClaim({})).toEqual([]);
    expect(ofClaim({ says: "Up to\n  5 files" })).toEqual([]);
  });

  it("is a finding when its words no longer stand there", () => {
    expect(ofClaim({ says: "Up to 6 files" })).toContainEqual(
      'The claim "Up to 6 files" is not in this sentence. Quote the words that stand here now, or delete the claim.',
    );
  });

  it("quotes words, of a description or a summary, and nothing else does", () => {
    expect(ofClaim({ says: " " })).toEqual([expect.stringContaining("quotes no words")]);
    expect(ofClaim({ at: ["/info/title"], says: "An API" })).toEqual([
      expect.stringContaining("is not a description or summary"),
    ]);
    expect(ofClaim({ kind: "limit" })).toEqual([expect.stringContaining("is not a claim")]);
  });

  it("says no number that its sources do not print, unless it is inferred", () => {
    const more = new Map<string, InventoryEntry>([
      ["S9#files", { id: "files", kind: "limit", place: "a table", value: 6 }],
    ]);
    const found = (change: Partial<Statement>) =>
      claimProblems(document, { ...claim, ...change }, more).map(({ message }) => message);
    expect(found({})).toEqual([
      expect.stringContaining("says 5, which none of its sources prints"),
    ]);
    expect(found({ status: "inferred", why: "We count them." })).toEqual([]);
  });

  it("gives a reason where it is inferred, and only there", () => {
    expect(ofClaim({ why: "It is so." })).toEqual([expect.stringContaining("gives a reason")]);
  });
});

describe.each(apiNames())("the descriptions of %s", (api) => {
  const { statements } = loadEvidence(api).provenance;
  const claims = statements.filter(({ kind }) => kind === "claim");
  const wellTold = loadDocument(api);
  const sources = new Map(
    loadEvidence(api).inventories.flatMap(({ key, entries }) =>
      entries.map((it) => [`${key}#${it.id}`, it] as const),
    ),
  );

  it("miss any claim that is taken away", () => {
    for (const held of claims) {
      const evidence = structuredClone(loadEvidence(api));
      evidence.provenance.statements = statements.filter((it) => it !== held);
      expect(checkEvidence(wellTold, evidence), held.says).not.toEqual([]);
    }
    expect(claims.length).toBeGreaterThan(10);
  });

  it("miss the words of any claim that leave the description", () => {
    for (const statement of claims) {
      for (const pointer of statement.at) {
        const changed = structuredClone(wellTold);
        const holder = valueAt(changed, pointer.slice(0, pointer.lastIndexOf("/")));
        const key = pointer.slice(pointer.lastIndexOf("/") + 1);
        (holder as Record<string, unknown>)[key] = "Something else.";
        const found = claimProblems(changed, statement, sources);
        expect(
          found.map((it) => it.pointer),
          statement.says,
        ).toContain(pointer);
        expect(found[0]?.message).toContain(onOneLine(statement.says ?? ""));
      }
    }
  });
});
