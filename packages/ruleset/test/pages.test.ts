import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import bundleRules from "../src/index.ts";
import layoutRules from "../src/layout.ts";
import { pageAddress } from "../src/rule.ts";
import { lint, rulesOf } from "./spectral.ts";

const here = new URL("../", import.meta.url);
const rulesets = new Map([...rulesOf(bundleRules), ...rulesOf(layoutRules)]);

/** The YAML of a page's section. */
function snippet(page: string, section: string): string {
  return new RegExp(`## ${section}\\n\\n\`\`\`yaml\\n([^]*?)\`\`\``).exec(page)?.[1] ?? "";
}

test("Every rule has a page, a good and a bad document, and nothing else has one.", () => {
  const names = [...rulesets.keys()].sort();
  expect(readdirSync(new URL("docs", here)).sort()).toEqual(names.map((name) => `${name}.md`));
  expect(readdirSync(new URL("test/rules", here)).sort()).toEqual(names);
  for (const name of names) {
    expect(existsSync(new URL(`test/rules/${name}/ok.yaml`, here))).toBe(true);
    expect(existsSync(new URL(`test/rules/${name}/ko.yaml`, here))).toBe(true);
  }
});

test("README.md lists every rule with its sentence.", () => {
  const readme = readFileSync(new URL("README.md", here), "utf8");
  const rows = [...readme.matchAll(/^\| \[([a-z-]+)\]\(docs\/\1\.md\) +\| (.+?) +\|$/gm)];
  expect(rows.map((row) => [row[1], row[2]])).toEqual(
    [...rulesOf(bundleRules), ...rulesOf(layoutRules)].map(([name, { description }]) => [
      name,
      description,
    ]),
  );
});

describe.each([
  ["bundle", bundleRules],
  ["source file", layoutRules],
])("The page of a rule for a %s", (where, ruleset) => {
  test.each(rulesOf(ruleset))("%s says the rule, why, and shows it.", async (name, rule) => {
    const page = readFileSync(new URL(`docs/${name}.md`, here), "utf8");
    expect(page.startsWith(`# ${name}\n\n${rule.description}\n\n## Why\n\n`)).toBe(true);
    // Until a release knows where it lies, a page has no address, and none is made up.
    expect(rule.documentationUrl).toBeUndefined();

    const found = async (section: string) => {
      const version = where === "bundle" ? "openapi: 3.1.1\n" : "";
      const findings = await lint(ruleset, version + snippet(page, section));
      return findings.filter((finding) => finding.rule === name);
    };
    expect(snippet(page, "Good")).not.toBe("");
    expect(await found("Good")).toEqual([]);
    expect(await found("Bad")).not.toEqual([]);
  });
});

test("A page has an address where a release has written that of its folder.", () => {
  expect(pageAddress("limits", "https://host.example/docs/")).toBe(
    "https://host.example/docs/limits.md",
  );
});
