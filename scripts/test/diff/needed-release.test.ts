import { describe, expect, it } from "vitest";
import { bumpsOf, neededBump } from "../../src/diff/changesets.ts";
import { changeReport } from "../../src/diff/report.ts";
import { packageVersions, versionsApart } from "../../src/diff/versions.ts";
import { repositoryRoot } from "../../src/repository.ts";
import { capillary, changesOf, person, superoffice } from "../support/changes.ts";

it("changes read as a list for a terminal and as Markdown for a pull request", async () => {
  const changes = await changesOf(superoffice, (it) => {
    it.paths[person].put.security.push({});
    it.info.title = "Other";
  });
  expect(changeReport(changes, "main", true)).toBe(`## What changes for a client since main

### api

#### additive

- **savePersonImage**: a further way to sign in: nothing

#### documentation

- **the document**: title says something else


0 breaking, 1 additive, 1 documentation.`);
  expect(changeReport(changes, "main", false)).toContain("\n      savePersonImage: a further way");
  expect(changeReport([], "main", false)).toBe("Nothing changed for a client since main.");
});

describe("the release that a change needs", () => {
  it.each([
    ["breaking", "0.4.0", "minor"],
    ["additive", "0.4.0", "patch"],
    ["breaking", "1.0.0", "major"],
    ["additive", "1.0.0", "minor"],
    ["documentation", "1.0.0", "patch"],
    [undefined, "1.0.0", "none"],
  ] as const)("%s at %s is %s", (size, version, bump) => {
    expect(neededBump(size, version)).toBe(bump);
  });

  it("is asked for by a changeset of a package in lock-step", () => {
    expect(bumpsOf('---\n"@image-apis/types": minor\n---\n\nWords.\n')).toEqual(["minor"]);
    expect(bumpsOf('---\n"@image-apis/mock": major\n---\n\nWords.\n')).toEqual([]);
    expect(bumpsOf("---\n---\n\nNothing.\n")).toEqual([]);
  });
});

it("the documents and the packages in lock-step have one version", async () => {
  const documents = new Map([
    ["capillary", capillary],
    ["superoffice", superoffice],
  ]);
  expect([...packageVersions(repositoryRoot).keys()]).toHaveLength(3);
  expect(versionsApart(repositoryRoot, documents)).toEqual([]);
  const later = structuredClone(capillary);
  later.info.version = "9.0.0";
  expect(versionsApart(repositoryRoot, new Map([["capillary", later]]))).toEqual([
    expect.stringContaining("the document of capillary is 9.0.0"),
  ]);
});
