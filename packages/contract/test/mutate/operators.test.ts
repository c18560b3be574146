import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { loadSubjects } from "../../scripts/mutate/subjects.ts";
import { edited } from "../../src/mutate/edit.ts";
import { mutations } from "../../src/mutate/mutations.ts";
import { operators } from "../../src/mutate/operators.ts";
import type { Subject } from "../../src/mutate/subject.ts";
import { subjectOf } from "./subjects.ts";

const subjects = loadSubjects();
const all = mutations(subjects, operators);

/** The subject that the mutation of this id makes. */
function after(id: string): Subject {
  const mutation = all.find((it) => it.id === id);
  if (mutation === undefined) throw new Error(`There is no mutation ${id}.`);
  return edited(subjectOf(mutation.api), mutation.edits);
}

describe("the operators", () => {
  it("make more than five hundred mutations", () => {
    expect(all.length).toBeGreaterThan(500);
  });

  it.each(operators)("$name finds something to change", ({ name, does }) => {
    expect(all.some(({ operator }) => operator === name)).toBe(true);
    expect(does).toMatch(/^[A-Z].*\.$/);
  });

  it.each(subjects)("change $api each time, say what, and leave the original as it was", (it) => {
    const before = structuredClone(it);
    for (const { id, edits, sentence } of all.filter(({ api }) => api === it.api)) {
      expect(isDeepStrictEqual(edited(it, edits), it), id).toBe(false);
      expect(sentence, id).toMatch(/^\S.*\.$/s);
    }
    expect(it).toEqual(before);
  });

  it("stand in the table of README.md, in their order", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    const rows = [...readme.matchAll(/^\| `([\w-]+\.[\w.-]+)` \| (.+) \|$/gm)];
    expect(rows.map((row) => [row[1], row[2]])).toEqual(
      operators.map(({ name, does }) => [name, does]),
    );
  });

  it("drop one name of a required list", () => {
    const id = "required.drop capillary#/components/schemas/ApiIssue/required/1 message";
    expect(after(id).document.components.schemas?.ApiIssue?.required).toEqual(["code", "status"]);
  });

  it("rename a key where it stands", () => {
    const path = "/v2/customers/{customerId}/setImage";
    const before = Object.keys(subjectOf("capillary").document.paths);
    const id = "path.rename capillary#/paths/~1v2~1customers~1{customerId}~1setImage";
    expect(Object.keys(after(id).document.paths)).toEqual(
      before.map((it) => (it === path ? path.replace("setImage", "set_image") : it)),
    );
  });

  it("rename a property in examples and provenance as well", () => {
    const at = "/components/schemas/CustomerImageFile/properties";
    const { document, evidence } = after(`property.rename-everywhere capillary#${at}/fileHandle`);
    const text = JSON.stringify(document);
    expect(text).not.toContain('"fileHandle"');
    expect(text).toContain('"file_handle":"01a24b35');
    expect(evidence.provenance.statements.flatMap((it) => it.at)).toContain(`${at}/file_handle`);
  });

  it("keep their ids apart", () => {
    const [first] = operators;
    const twice = first === undefined ? [] : [first, first];
    expect(() => mutations(subjects, twice)).toThrow(/Two mutations are called/);
  });
});
