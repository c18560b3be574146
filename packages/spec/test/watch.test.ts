import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Watch, watchChanges } from "../generator/watch.ts";

let root: string;
let watch: Watch;
let told: string[];

beforeEach(async () => {
  root = `${mkdtempSync(join(tmpdir(), "changes-"))}/`;
  save("redocly.yaml");
  save("spec/a/openapi.yaml");
  told = [];
  watch = await watchChanges(root, ["spec", "redocly.yaml"], async (files) => {
    told.push(...files);
  });
});

afterEach(async () => {
  await watch.close();
  rmSync(root, { recursive: true });
});

function save(file: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${Math.random()}\n`);
}

it.each([
  "redocly.yaml",
  "spec/a/openapi.yaml",
  "spec/a/paths/new.yaml",
  "spec/fixtures/front.png",
])("tells of a save of %s", async (file) => {
  save(file);
  await expect.poll(() => told).toContain(file);
});

it("passes over what editors write beside a file", async () => {
  for (const file of ["spec/a/.openapi.yaml.swp", "spec/a/openapi.yaml~"]) {
    save(file);
  }
  save("spec/a/openapi.yaml");
  await expect.poll(() => told).toContain("spec/a/openapi.yaml");
  expect(new Set(told)).toEqual(new Set(["spec/a/openapi.yaml"]));
});
