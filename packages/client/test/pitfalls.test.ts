import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pitfalls } from "./pitfalls.ts";

const folder = new URL(".", import.meta.url);
const sources = readdirSync(folder)
  .filter((it) => /\.(test|types)\.ts$/.test(it) && it !== "pitfalls.test.ts")
  .map((it) => readFileSync(new URL(it, folder), "utf8"))
  .join("\n");

test.each(pitfalls)("there is a test, or a reason, for: $what", ({ tests = [], never = "" }) => {
  expect(tests.length > 0 || never !== "").toBe(true);
  // A test that was renamed or removed is missed here.
  expect(tests.filter((title) => !sources.includes(title))).toEqual([]);
});
