import { describe, expect, it } from "vitest";
import type { Check } from "../../src/mutate/check.ts";
import { faceCheck } from "../../src/mutate/checks/face.ts";
import { findKill } from "../../src/mutate/find-kill.ts";
import type { Mutation } from "../../src/mutate/mutation.ts";
import { run } from "../../src/mutate/run.ts";
import { subjectOf } from "./subjects.ts";

const subject = subjectOf("superoffice");
const mutation: Mutation = {
  id: "parameter.rename superoffice#/components/parameters/Width/name",
  operator: "parameter.rename",
  api: "superoffice",
  pointer: "/components/parameters/Width/name",
  sentence: 'The parameter w is called "ws".',
  edits: [{ at: ["document", "components", "parameters", "Width", "name"], set: "ws" }],
};
const inEvidence: Mutation = {
  ...mutation,
  pointer: "/evidence/provenance/leftOut/0",
  edits: [{ at: ["evidence", "provenance", "leftOut", 0], remove: true }],
};

/** A check that notes what it is asked, and complains when told to. */
function noting(name: string, sees: Check["sees"], complaint?: string) {
  const asked: string[][] = [];
  const check: Check = {
    name,
    sees,
    takesLargeFiles: true,
    complaint({ exchanges }, wanted) {
      asked.push(exchanges.filter(wanted).map(({ operationId }) => operationId));
      return complaint;
    },
  };
  return { check, asked };
}

describe("a mutation", () => {
  it("is killed by the first check that complains, and the others are not asked", async () => {
    const first = noting("first", "document", "It is wrong.");
    const second = noting("second", "document", "It is very wrong.");
    const kill = await findKill(subject, mutation, [first.check, second.check]);
    expect(kill).toEqual({ check: "first", complaint: "It is wrong." });
    expect(second.asked).toEqual([]);
  });

  it("is first held against the exchanges it touches, then against all others", async () => {
    const { check, asked } = noting("faces", "exchanges");
    expect(await findKill(subject, mutation, [check])).toBeUndefined();
    const touched = "getPersonImage";
    const others = subject.exchanges.filter(({ operationId }) => operationId !== touched);
    const idsOf = (ids: readonly string[] = []) => [...new Set(ids)].sort();
    expect(asked.map(idsOf)).toEqual([[touched], idsOf(others.map((it) => it.operationId))]);
    expect(asked.flat().length).toBe(subject.exchanges.length);
  });

  it("of the evidence is shown to the checks that read it", async () => {
    const evidence = noting("evidence", "evidence");
    const document = noting("document", "document", "Never asked.");
    expect(await findKill(subject, inEvidence, [document.check, evidence.check])).toBeUndefined();
    expect(evidence.asked.length).toBe(1);
  });

  it("is not sent with a very large file", async () => {
    const { check, asked } = noting("faces", "exchanges");
    const capillary = subjectOf("capillary");
    const width = { ...mutation, pointer: "/components/parameters/CustomerId", edits: [] };
    await findKill(capillary, width, [{ ...check, takesLargeFiles: false }]);
    expect(asked.flat().length).toBe(capillary.exchanges.length - 1);
  });

  it("is killed by a check that cannot read the document", async () => {
    const broken: Check = {
      name: "broken",
      sees: "document",
      complaint() {
        throw new Error("No such thing.");
      },
    };
    expect(await findKill(subject, mutation, [broken])).toEqual({
      check: "broken",
      complaint: "No such thing.",
    });
  });

  it("is not killed by a connection that breaks once", async () => {
    let asked = 0;
    const shaky: Check = {
      name: "shaky",
      sees: "document",
      complaint() {
        asked += 1;
        if (asked === 1) throw new TypeError("fetch failed");
        return undefined;
      },
    };
    expect(await findKill(subject, mutation, [shaky])).toBeUndefined();
    expect(asked).toBe(2);
  });

  it("is held against a face exchange by exchange, up to the first red cell", async () => {
    let asked = 0;
    const face = faceCheck("face", () => ({
      name: "face",
      open: () => ({
        check() {
          asked += 1;
          return {
            state: "red",
            differences: [{ what: "status", expected: "200", received: "500" }],
          };
        },
      }),
    }));
    const kill = await findKill(subject, mutation, [face]);
    expect(kill?.complaint).toMatch(/^superoffice\/getPersonImage\/.*: status: expected 200;/);
    expect(asked).toBe(1);
  });
});

it("a run ends where the documents are red before anything is changed", async () => {
  const { check } = noting("wrong", "document", "It is wrong.");
  await expect(run([subject], [mutation], [check])).rejects.toThrow(
    "The document of superoffice is red before anything is changed (wrong): It is wrong.",
  );
});
