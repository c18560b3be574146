import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import bundleRules from "../src/index.ts";
import layoutRules from "../src/layout.ts";
import { lint, rulesOf } from "./spectral.ts";

const read = (rule: string, name: string) =>
  readFileSync(new URL(`rules/${rule}/${name}.yaml`, import.meta.url), "utf8");

/** The findings a document announces: `# ko: <message>` at the end of the line that is to be found. */
function announced(rule: string, text: string) {
  return text.split("\n").flatMap((content, index) => {
    const message = / # ko: (.+)$/.exec(content)?.[1];
    return message === undefined ? [] : [{ rule, line: index + 1, message }];
  });
}

describe.each([
  ["in a bundle", bundleRules],
  ["in a source file", layoutRules],
])("%s", (_where, ruleset) => {
  test.each(rulesOf(ruleset).map(([name, { description = "" }]) => [description, name]))(
    "%s",
    async (_sentence, name) => {
      expect(await lint(ruleset, read(name, "ok"))).toEqual([]);

      const ko = read(name, "ko");
      expect(announced(name, ko)).not.toEqual([]);
      expect(await lint(ruleset, ko)).toEqual(announced(name, ko));
    },
  );
});
