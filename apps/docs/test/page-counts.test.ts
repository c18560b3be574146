import { pageCounts } from "@image-apis/spec/evidence";
import { parse } from "node-html-parser";
import { expect, test } from "vitest";
import { addresses } from "../src/site/addresses.ts";
import { loadApis } from "../src/site/api.ts";
import { staticFiles } from "../src/site/site-files.ts";

const counts = loadApis().flatMap(({ evidence }) => pageCounts(evidence));
const files = new Map(staticFiles().map(({ path, content }) => [path, content]));
const page = parse(files.get(`${addresses.disagreements}index.html`) ?? "");

function row(key: string): Record<string, number> {
  const cells = page.querySelectorAll(`tr[data-page="${key}"] td`);
  return Object.fromEntries(
    cells.map((cell) => [cell.getAttribute("data-count") ?? "", Number(cell.text)]),
  );
}

test("the page on the evidence counts the lines and entries of every vendor page", () => {
  expect(counts.length).toBeGreaterThan(0);
  for (const { key, title: _title, address, ...numbers } of counts) {
    expect(row(key), key).toEqual(numbers);
    expect(page.querySelector(`tr[data-page="${key}"] a`)?.getAttribute("href")).toBe(address);
  }
});

test("the count over all pages is the sum, and nothing is unaccounted for", () => {
  const all = row("all");
  for (const name of [
    "lines",
    "readLines",
    "repeatedLines",
    "entries",
    "exact",
    "readings",
    "leftOut",
  ] as const) {
    expect(all[name], name).toBe(counts.reduce((sum, it) => sum + it[name], 0));
  }
  expect(all).toMatchObject({ unaccountedLines: 0, unaccounted: 0 });
  expect(all.lines).toBeGreaterThan(0);
});

test("a claim that no page makes is listed in its own words", () => {
  const concluded = parse(files.get(`${addresses.inferred}index.html`) ?? "");
  const quoted = concluded.querySelectorAll("li q").map(({ text }) => text);
  for (const { evidence } of loadApis()) {
    for (const { kind, status, says = "" } of evidence.provenance.statements) {
      if (kind === "claim" && status === "inferred") expect(quoted).toContain(says);
    }
  }
});
