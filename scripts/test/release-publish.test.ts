import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { neededBy } from "../src/release/own-packages.ts";
import { type Packed, writeForRegistry } from "../src/release/pack.ts";
import { inOrder, unreadyFaults } from "../src/release/publish.ts";

const packed = (name: string, ...needs: string[]): Packed => ({
  name,
  version: "1.0.0",
  folder: name,
  tarball: `${name}.tgz`,
  dependencies: Object.fromEntries(needs.map((it) => [it, "^1.0.0"])),
});

it("a package is installed with those of ours that it needs, directly or not", () => {
  const all = [packed("a", "b", "ajv"), packed("b", "c"), packed("c", "b"), packed("d", "a")];
  expect(neededBy("a", all).map(({ name }) => name)).toEqual(["a", "b", "c"]);
});

it("a package is published after those that it needs", () => {
  const all = [packed("d", "a"), packed("a", "b"), packed("b", "c"), packed("c")];
  expect(inOrder(all).map(({ name }) => name)).toEqual(["c", "b", "a", "d"]);
});

it("changesets that wait for a version hold a release back", () => {
  const folder = mkdtempSync(join(tmpdir(), "publish-"));
  try {
    mkdirSync(join(folder, ".changeset"));
    for (const file of ["config.json", "README.md"]) {
      writeFileSync(join(folder, ".changeset", file), "");
    }
    expect(unreadyFaults(folder)).toEqual([]);
    writeFileSync(join(folder, ".changeset", "one.md"), "");
    expect(unreadyFaults(folder)).toEqual([
      "1 changesets are not in a version yet. Run `npm run version`, and merge what it writes.",
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("a release writes the address of the rules' pages into the packed ruleset", () => {
  const folder = mkdtempSync(join(tmpdir(), "publish-"));
  const file = join(folder, "dist/rule-pages.js");
  try {
    mkdirSync(join(folder, "dist"));
    writeFileSync(join(folder, "package.json"), '{ "name": "@image-apis/ruleset" }');
    writeFileSync(file, 'export const rulePages = "";\n');
    writeForRegistry(folder, "packages/ruleset", { repository: "", site: "" });
    expect(readFileSync(file, "utf8")).toBe('export const rulePages = "";\n');
    const repository = "https://host.org/owner/image-apis";
    writeForRegistry(folder, "packages/ruleset", { repository, site: "" });
    expect(readFileSync(file, "utf8")).toBe(
      `export const rulePages = "${repository}/blob/main/packages/ruleset/docs/";\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
