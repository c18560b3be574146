import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "@image-apis/spec/generator";
import { copyDocuments } from "@image-apis/testing/documents";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openLinter } from "../src/linter.ts";

const copy = mkdtempSync(join(tmpdir(), "lint-conditions-"));
const lint = openLinter(copy);
const file = "spec/conditions.yaml";
const text = readFileSync(join(repositoryRoot, file), "utf8");

beforeAll(() => copyDocuments(copy));
afterAll(() => rmSync(copy, { recursive: true }));

async function judged(conditions: string) {
  writeFileSync(join(copy, file), conditions);
  return (await lint()).findings;
}

it("reports every example whose condition is missing, at its line, and says what to do", async () => {
  const [name = ""] = /^[a-z-]+(?=:$)/m.exec(text) ?? [];
  const findings = await judged(text.replace(`\n${name}:\n`, "\nanother-one:\n"));
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: "condition",
      file: expect.stringMatching(/^spec\/\w+\/examples\//),
      message: expect.stringContaining(`has no condition "${name}". `),
      fix: expect.stringContaining(`add "${name}" to spec/conditions.yaml`),
    }),
  );
});

it("reports a condition that no example uses", async () => {
  const findings = await judged(
    `${text}nobody-uses-it:\n  kind: state\n  meaning: It is unused.\n  remedy: None.\n`,
  );
  expect(findings).toMatchObject([
    {
      file,
      rule: "condition",
      message: 'No response of any API has the condition "nobody-uses-it".',
    },
  ]);
});

it("reports a condition without its meaning, or of another kind", async () => {
  const findings = await judged("a-b:\n  kind: other\n  remedy: None.\n");
  expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
    'shape "a-b" has no "meaning".',
    'shape "a-b/kind" must be one of parameter, body, state.',
  ]);
});

it("takes a corrected vocabulary at once", async () => {
  expect(await judged(text)).toEqual([]);
});
