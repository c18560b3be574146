import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import type { Face } from "../src/face.ts";
import { report } from "../src/report.ts";
import { reportHtml } from "../src/report-html.ts";
import { prove } from "../src/runner.ts";
import { one } from "./one.ts";

const contract = one("superoffice/deletePersonImage/deleted");
const red: Face = {
  name: "wrong",
  open: () => ({
    check: () => ({
      state: "red",
      differences: [{ what: "body", expected: '"a"', received: "<script>alert(1)</script>" }],
    }),
  }),
};
const ok: Face = { name: "fine", open: () => ({ check: () => ({ state: "ok" }) }) };

async function reportOf(faces: Face[]) {
  return report([contract], await prove([contract], faces), []);
}

describe("the page of a report", () => {
  it("shows a red cell, and below its name what was expected beside what came", async () => {
    const result = await reportOf([ok, red]);
    expect(result.isProved).toBe(false);
    const text = reportHtml(result);
    const page = parse(text);
    const finding = page
      .querySelectorAll("section.finding")
      .find((it) => /deletePersonImage deleted \(wrong\)/.test(it.text));
    expect(finding?.text).toContain('"a"');
    expect(text).not.toContain("<script>");
    expect(page.querySelectorAll("td.red").length).toBeGreaterThan(0);
  });

  it("needs nothing but itself, and can be read by everybody", async () => {
    const text = reportHtml(await reportOf([ok]));
    expect(text).not.toMatch(/<(script|link|img|iframe)|https?:|@import|url\(/);
    const page = parse(text);
    expect(page.querySelector("html")?.getAttribute("lang")).toBe("en");
    expect(page.querySelectorAll("h1")).toHaveLength(1);
    expect(page.querySelectorAll("th").filter((it) => !it.getAttribute("scope"))).toEqual([]);
    for (const scrolling of page.querySelectorAll(".scroll")) {
      const label = scrolling.getAttribute("aria-labelledby") ?? "";
      expect(scrolling.getAttribute("tabindex")).toBe("0");
      expect(page.querySelector(`#${label}`)).not.toBeNull();
    }
  });

  it("is proved only when the coverage is", async () => {
    const result = await reportOf([ok]);
    expect(result.coverageFaults).not.toEqual([]);
    expect(result.isProved).toBe(false);
    expect(reportHtml(result)).toContain("no exchange shows it");
  });
});
