import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { copyDocuments } from "@image-apis/testing/documents";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { contentFaults, manifestFaults } from "../src/release/check.ts";
import { documentFaults } from "../src/release/documents.ts";
import { type Manifest, publicPackages, readManifest } from "../src/release/pack.ts";
import { repositoryRoot } from "../src/repository.ts";

const good: Manifest = {
  name: "@image-apis/one",
  version: "1.0.0",
  description: "One.",
  license: "MIT",
  type: "module",
  engines: { node: ">=22" },
  files: ["dist"],
};

describe("the package.json of a public package", () => {
  it.each(publicPackages())("$name has what publishing needs", ({ folder }) => {
    const manifest = readManifest(join(repositoryRoot, folder));
    // Packing writes released versions in the place of these.
    expect(manifestFaults({ ...manifest, dependencies: {}, peerDependencies: {} })).toEqual([]);
  });

  it.each<[string, Partial<Manifest>, string]>([
    ["another name", { name: "one" }, "The name is not of this project."],
    ["a version that is none", { version: "next" }, "The version next is not a release."],
    ["another licence", { license: "UNLICENSED" }, "The licence is not MIT."],
    [
      "a script that runs at install",
      { scripts: { postinstall: "x" } },
      "It would run a script at postinstall.",
    ],
    [
      "a link",
      { dependencies: { a: "workspace:*" } },
      "It needs a workspace:*, which nobody can install.",
    ],
    [
      "a range of the catalog",
      { peerDependencies: { a: "catalog:" } },
      "It needs a catalog:, which nobody can install.",
    ],
  ])("with %s is refused", (_what, change, fault) => {
    expect(manifestFaults({ ...good, ...change })).toEqual([fault]);
  });
});

describe("the contents of a package", () => {
  let folder: string;
  const put = (file: string, text = "") => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "contents-"));
    put("package.json", JSON.stringify({ bin: { one: "dist/cli.js" } }));
    for (const file of ["LICENSE", "README.md", "dist/cli.js", "node_modules/a/test/b.js"])
      put(file);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("may be what it is for, and what it needs beside it", () => {
    expect(contentFaults(folder)).toEqual([]);
  });

  it.each(["test/a.js", "src/a.test.ts", ".env", "reports/vitest.json", "tsconfig.json"])(
    "are not %s",
    (file) => {
      put(file);
      expect(contentFaults(folder)).toEqual([`${file} is of no use.`]);
    },
  );

  it("hold licence, readme and every program that is named", () => {
    for (const file of ["LICENSE", "README.md", "dist/cli.js"]) rmSync(join(folder, file));
    expect(contentFaults(folder)).toEqual([
      "LICENSE is missing.",
      "README.md is missing.",
      "Its program dist/cli.js is missing.",
    ]);
  });
});

it("every job of the workflow installs with Node 24 and has a limit of time", () => {
  const workflow = parse(readFileSync(join(repositoryRoot, ".github/workflows/ci.yml"), "utf8"));
  expect(Object.keys(workflow.jobs)).toEqual(["test", "changes", "release"]);
  for (const job of Object.values<Record<string, unknown>>(workflow.jobs)) {
    expect(job["timeout-minutes"]).toBeGreaterThan(0);
    expect(JSON.stringify(job.steps)).toContain('"node-version":24');
  }
});

describe("the documents", () => {
  it("as they are hold nothing back", async () => {
    expect(await documentFaults(repositoryRoot)).toEqual([]);
  });

  it("hold a release back while a text is still to be filled in", async () => {
    const copy = mkdtempSync(join(tmpdir(), "release-"));
    try {
      copyDocuments(copy);
      const file = "spec/superoffice/openapi.yaml";
      const text = readFileSync(join(copy, file), "utf8");
      writeFileSync(join(copy, file), `${text}# TODO: say more.\n`);
      const line = text.split("\n").length;
      expect(await documentFaults(copy)).toEqual([`${file}:${line}:3 Still to fill in: say more.`]);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});
