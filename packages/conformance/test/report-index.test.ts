import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import type { ConformanceReport, Outcome, Result } from "../src/report.ts";
import { conformanceHtml } from "../src/report-html.ts";
import { conformanceJunit } from "../src/report-junit.ts";

const result = (operationId: string, name: string, outcome: Outcome): Result => ({
  id: `gallery/${operationId}/${name}`,
  kind: "refusal",
  name,
  summary: "A request",
  outcome,
  differences: outcome === "differs" ? [{ what: "status", expected: "200", received: "500" }] : [],
  milliseconds: 1,
});

const report: ConformanceReport = {
  api: "gallery",
  document: { title: "Gallery", version: "1.0.0" },
  target: "http://127.0.0.1:1",
  startedAt: "2026-01-01T00:00:00.000Z",
  milliseconds: 1,
  credentials: [],
  counts: { conforms: 2, differs: 1, "not sent": 1 },
  operations: [
    {
      operationId: "getCover",
      method: "GET",
      path: "/cover",
      results: [result("getCover", "one", "conforms"), result("getCover", "two", "differs")],
    },
    {
      operationId: "saveCover",
      method: "PUT",
      path: "/cover",
      results: [result("saveCover", "one", "conforms"), result("saveCover", "no-body", "not sent")],
    },
  ],
  leftBehind: [],
};

const root = parse(conformanceHtml(report));
const rows = root
  .querySelectorAll("nav tr")
  .map((row) => row.querySelectorAll("th, td").map((cell) => cell.text));

it("begins with every operation and its counts, and the sums", () => {
  expect(rows).toEqual([
    ["Operation", "conform", "differ", "not sent"],
    ["getCover", "1", "1", "0"],
    ["saveCover", "1", "0", "1"],
    ["All", "2", "1", "1"],
  ]);
  const ids = root.querySelectorAll("h2").map((it) => it.id);
  expect(ids).toEqual(["operations", "getCover", "saveCover"]);
});

it("leads from an operation to its part, and from what differs to what was found", () => {
  const targets = root.querySelectorAll("a").map((it) => it.getAttribute("href") ?? "");
  expect(targets).toEqual(["#getCover", "#saveCover", "#getCover/two"]);
  const ids = root.querySelectorAll("[id]").map((it) => `#${it.id}`);
  for (const target of targets) expect(ids.filter((it) => it === target)).toHaveLength(1);
});

it("escapes in JUnit what XML reads otherwise, and replaces what it has no characters for", () => {
  const summed = { ...report, leftBehind: ["<b>&\u0007</b>"], notRemoved: ["<b>&\u0007</b>"] };
  expect(conformanceJunit(summed)).toContain(">&lt;b&gt;&amp;�&lt;/b&gt;</failure>");
});
