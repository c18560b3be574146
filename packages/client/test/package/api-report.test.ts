import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { apiNames } from "@image-apis/spec";
import { beforeAll, expect, test } from "vitest";
import { apiReport } from "../../generator/api-report.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

let report: string;
beforeAll(() => {
  report = apiReport(root);
});

test("the committed report is what the sources promise", () => {
  const committed = readFileSync(`${root}api-report.md`, "utf8");
  expect(report, "Run `npm run generate` at the root and review the change.").toBe(committed);
});

test("the report has every entry, and what its declarations are made of", () => {
  const { exports } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
  for (const [path, target] of Object.entries(exports)) {
    for (const api of path.includes("*") ? apiNames() : [""]) {
      const title = `\n## ${path.replace(".", "@image-apis/client").replace("*", api)}\n`;
      expect(report.includes(title)).toBe(typeof target !== "string");
    }
  }
  expect(report).toContain("export declare function createCapillaryClient(");
  const [, hidden] = report.split("## Not exported, but part of the above");
  expect(hidden).toContain("interface AnswerKeys {");
});
