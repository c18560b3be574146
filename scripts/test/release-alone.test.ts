import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { heavyFaults, installedNames, neededBy } from "../src/release/alone.ts";
import type { Packed } from "../src/release/pack.ts";

const packed = (name: string, ...needs: string[]): Packed => ({
  name,
  folder: name,
  tarball: `${name}.tgz`,
  dependencies: Object.fromEntries(needs.map((it) => [it, "1.0.0"])),
});

it("a package is installed with those of ours that it needs, directly or not", () => {
  const all = [packed("a", "b", "ajv"), packed("b", "c"), packed("c", "b"), packed("d", "a")];
  expect(neededBy("a", all).map(({ name }) => name)).toEqual(["a", "b", "c"]);
});

it("every installed package is seen, nested ones too, and what is heavy is named", () => {
  const folder = mkdtempSync(join(tmpdir(), "alone-"));
  try {
    for (const name of [
      "ajv",
      "@image-apis/spec",
      "ajv/node_modules/busboy",
      "a/dist/typescript",
    ]) {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, "package.json"), "{}");
    }
    const names = installedNames(folder);
    expect(names).toEqual(["@image-apis/spec", "ajv", "busboy"]);
    expect(heavyFaults(names)).toEqual(["@image-apis/conformance: installing it brings busboy."]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
