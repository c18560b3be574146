import { readFileSync } from "node:fs";
import { conditions } from "@image-apis/ruleset/vocabulary";
import { expect, it } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

it("README.md lists every condition that x-when may name, with the rule's words", () => {
  const table = readme.slice(readme.indexOf("| `x-when` |"), readme.indexOf("### `x-tagGroups`"));
  const rows = [...table.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].slice(1);
  expect(Object.fromEntries(rows.map(([, name, words]) => [name, words]))).toEqual(conditions);
});
