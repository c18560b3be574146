import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { redoclyPlugin, repositoryRoot } from "@image-apis/spec/generator";
import { expect, it } from "vitest";
import { writeFindings } from "../src/report.ts";
import { toDo, unfinishedTexts } from "../src/to-do.ts";

const placesIn = (text: string) =>
  unfinishedTexts({ file: "spec/a.yaml", text }).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

it("finds what is left open at its place, in comments and twice in one text", () => {
  expect(placesIn(`a: 1\nsummary: "${toDo("what it shows")}"\n`)).toEqual([
    "2:11 Still to fill in: what it shows.",
  ]);
  expect(
    placesIn("description: |-\n  TODO: say it.\n\n  **Traps.** TODO: what goes wrong.\n"),
  ).toEqual(["2:3 Still to fill in: say it.", "4:14 Still to fill in: what goes wrong."]);
  expect(placesIn("# TODO: name the sources\na: TODO\n")).toEqual([
    "1:3 Still to fill in: name the sources.",
    "2:4 Still to fill in: this text.",
  ]);
  expect(placesIn("summary: The TODOS of a Mastodon\n")).toEqual([]);
});

it("says so a line each, and the rule and the fix once", () => {
  const findings = unfinishedTexts({ file: "spec/a.yaml", text: "a: TODO\nb: TODO\n" });
  expect(writeFindings(findings, new Map(), "stylish").split("\n")).toEqual([
    "spec/a.yaml:1:4  warning  to-do  Still to fill in: this text.",
    "spec/a.yaml:2:4  warning  to-do  Still to fill in: this text.",
    expect.stringMatching(/^ {4}rule {2}\S/),
    expect.stringMatching(/^ {4}fix {3}\S/),
    "    page  CONTRIBUTING.md",
  ]);
});

it("does not fail the lint", () => {
  const copy = mkdtempSync(join(tmpdir(), "to-do-"));
  try {
    cpSync(join(repositoryRoot, redoclyPlugin), join(copy, redoclyPlugin));
    mkdirSync(join(copy, "spec"));
    writeFileSync(join(copy, "spec/notes.yaml"), "a: TODO\n");
    writeFileSync(join(copy, "redocly.yaml"), "apis: {}\n");
    const script = fileURLToPath(new URL("../scripts/lint.ts", import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [script, copy], { encoding: "utf8" });
    expect(stdout).toContain("spec/notes.yaml:1:4  warning  to-do  ");
    expect(stdout).toMatch(/\n0 errors, 1 warning\.\n$/);
    expect(status).toBe(0);
  } finally {
    rmSync(copy, { recursive: true });
  }
});
