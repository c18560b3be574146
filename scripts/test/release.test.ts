import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { copyDocuments } from "@image-apis/testing/documents";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentFaults, manifestFaults } from "../src/release/check.ts";
import { documentFaults } from "../src/release/documents.ts";
import { type Manifest, readManifest } from "../src/release/manifest.ts";
import { publicPackages } from "../src/release/pack.ts";
import { repositoryRoot } from "../src/repository.ts";

const good: Manifest = {
  name: "@image-apis/one",
  version: "1.0.0",
  description: "One.",
  keywords: ["one"],
  license: "MIT",
  author: "Somebody",
  type: "module",
  engines: { node: ">=22.12" },
  files: ["dist", "CHANGELOG.md"],
  publishConfig: { access: "public", provenance: true },
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
    ["no keywords", { keywords: [] }, "There are no keywords to find it by."],
    ["no author", { author: "" }, "There is no author."],
    ["no changelog", { files: ["dist"] }, "files does not name CHANGELOG.md."],
    [
      "no provenance",
      { publishConfig: { access: "public" } },
      'publishConfig is not { "access": "public", "provenance": true }.',
    ],
    [
      "a version that keeps fixes from users",
      { dependencies: { a: "1.2.3" } },
      "It needs exactly a 1.2.3, which keeps fixes from users. Write ^1.2.3.",
    ],
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
    const manifest = { name: "@image-apis/one", version: "1.0.0", bin: { one: "dist/cli.js" } };
    put("package.json", JSON.stringify(manifest));
    for (const file of ["LICENSE", "dist/cli.js", "node_modules/a/test/b.js"]) put(file);
    put("README.md", "npm install --save-dev @image-apis/one\n");
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

describe("the README and the changelog of a package", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "texts-"));
    const manifest = { name: "@image-apis/one", version: "1.0.0" };
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
    writeFileSync(join(folder, "LICENSE"), "");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("say how to install it, and what is new in its version", () => {
    writeFileSync(join(folder, "README.md"), "Use it.\n");
    writeFileSync(join(folder, "CHANGELOG.md"), "## 0.9.0\n");
    expect(contentFaults(folder)).toEqual([
      "README.md does not say `npm install @image-apis/one`.",
      "CHANGELOG.md says nothing of 1.0.0.",
    ]);
  });

  it("link to nothing that a registry cannot show", () => {
    const text = "npm install @image-apis/one\n\n[a](docs/a.md) ![b](b.png) [c](#c)\n";
    writeFileSync(join(folder, "README.md"), text);
    expect(contentFaults(folder)).toEqual([
      "README.md has the link docs/a.md, which a registry cannot show.",
      "README.md has the picture b.png, which a registry cannot show.",
    ]);
  });
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

it("no text has a reader run an unscoped package, which anybody could publish", () => {
  const { stdout } = spawnSync("git", ["grep", "-nE", "np[mx] (exec |--yes )*image-apis"], {
    cwd: repositoryRoot,
    encoding: "utf8",
  });
  const found = stdout
    .split("\n")
    .filter((line) => !line.startsWith("scripts/test/release.test.ts"));
  expect(found.filter((line) => line !== "")).toEqual([]);
});
