import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { apiNames } from "@image-apis/spec";
import { expect, it } from "vitest";
import { repositoryRoot, workspacePackages } from "../src/repository.ts";

const guide = readFileSync(join(repositoryRoot, "CONTRIBUTING.md"), "utf8");

function section(title: string): string {
  const start = guide.indexOf(`## ${title}\n`);
  expect(start, title).toBeGreaterThan(0);
  return guide.slice(start, guide.indexOf("\n## ", start + 1));
}

it("each change names one file or folder to open, and it is there", () => {
  const rows = section("Where to make a change")
    .split("\n")
    .filter((line) => line.startsWith("| a") || line.startsWith("| the"))
    .map((line) => line.split(" | "));
  expect(rows).toHaveLength(10);
  for (const [change = "", place = ""] of rows) {
    const path = place.replace(/^\[(.+)\]\(\1\)$|^`(.+)`$/, "$1$2");
    const missing = apiNames()
      .map((api) => path.replace("<api>", api))
      .filter((it) => !existsSync(join(repositoryRoot, it)));
    expect(missing, change).toEqual([]);
  }
});

it("every package stands in the tree", () => {
  const tree = section("Where things are");
  for (const { folder } of workspacePackages(repositoryRoot)) {
    expect(tree, folder).toMatch(new RegExp(`^ *${basename(folder)}/ `, "m"));
  }
});
