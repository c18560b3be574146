import type { Finding } from "@image-apis/spec-tools";
import { expect, it } from "vitest";
import type { CheckResult } from "../src/dev/checker.ts";
import { reporter } from "../src/dev/reporter.ts";

const finding = (severity: Finding["severity"]): Finding => ({
  file: "spec/a.yaml",
  line: 2,
  column: 3,
  severity,
  rule: "to-do",
  message: "Still to fill in: this text.",
  page: undefined,
});

function said(format: "stylish" | "json", result: Partial<CheckResult>): string[] {
  const lines: string[] = [];
  const nothing = { bundles: [], sources: new Map(), documents: 1, files: 1 };
  reporter(format, (line) => lines.push(line)).verdict(
    { ...nothing, findings: [], generated: [], failure: undefined, ...result },
    250,
  );
  return lines;
}

it("a warning is shown and counted, and the verdict is good", () => {
  const [shown, verdict] = said("stylish", { findings: [finding("warning")] });
  expect(shown).toContain("spec/a.yaml:2:3  warning  to-do  Still to fill in: this text.");
  expect(verdict).toBe("0 errors, 1 warning, 0.3 s");
  const [line = ""] = said("json", { findings: [finding("warning")] });
  expect(JSON.parse(line)).toMatchObject({ isGood: true, findings: [{ severity: "warning" }] });
});

it("an error is counted, and the verdict is not good", () => {
  expect(said("stylish", { findings: [finding("error")] }).at(-1)).toBe(
    "1 error, 0 warnings, 0.3 s",
  );
  const [line = ""] = said("json", { findings: [finding("error")] });
  expect(JSON.parse(line)).toMatchObject({ isGood: false });
});

it("nothing found is all good, and documents nothing can be generated from are not", () => {
  expect(said("stylish", {})).toEqual(["all good, 0.3 s"]);
  expect(said("stylish", { failure: "no name" })).toEqual([
    "1 error, 0 warnings, 0.3 s",
    "  Nothing can be generated: no name",
  ]);
  const both = { failure: "no name", findings: [finding("warning")] };
  expect(said("stylish", both).slice(1)).toEqual([
    "1 error, 1 warning, 0.3 s",
    "  Nothing can be generated: no name",
  ]);
});
