import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { api, copyOneApi } from "@image-apis/testing/one-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Finding } from "../src/finding.ts";
import { openLinter } from "../src/linter.ts";
import { eachMistakeOnce } from "../src/same-mistake.ts";

let copy: string;
let lint: ReturnType<typeof openLinter>;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "once-"));
  copyOneApi(copy);
  lint = openLinter(copy);
});
afterAll(() => rmSync(copy, { recursive: true }));

/** What is found where a file of the API says something else. */
async function foundIn(name: string, from: RegExp, to: string): Promise<string[]> {
  const file = join(copy, "spec", api, name);
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(from);
  writeFileSync(file, text.replace(from, to));
  const { findings } = await lint();
  writeFileSync(file, text);
  return findings.map((it) => `${it.file.slice(`spec/${api}/`.length)}:${it.line} ${it.rule}`);
}

it("a type that there is not is found once, however many linters and examples meet it", async () => {
  const name = "components/schemas/ApiError.yaml";
  expect(await foundIn(name, /^type: object/m, "type: objct")).toEqual([`${name}:1 struct`]);
});

it("a misspelt key and the one it stands for are two findings of one linter", async () => {
  const [name, rule] = ["openapi.yaml", "struct"];
  expect(await foundIn(name, /title: /, "titel: ")).toEqual([
    `${name}:2 ${rule}`,
    `${name}:3 ${rule}`,
  ]);
});

it("a response whose references are not followed is a finding, and does not end the lint", async () => {
  const name = "paths/api_v1_Person_{personId}_ImageInfo.yaml";
  expect(await foundIn(name, /"404":/, '"4004":')).toContainEqual(
    expect.stringMatching(/ImageInfo\.yaml:\d+ struct$/),
  );
});

const finding = (rule: string, line: number, message: string, file = "a.yaml"): Finding => ({
  file,
  line,
  column: 1,
  severity: "error",
  rule,
  message,
  page: undefined,
});

it("keeps what the other linter alone sees, and what stands elsewhere", () => {
  const shape = finding("struct", 2, "Expected a text.");
  const same = finding("oas3-schema", 2, "must be string.");
  const other = finding("oas3-schema", 9, "must be equal to constant.");
  const another = finding("oas3-schema", 2, "must be string.", "b.yaml");
  const foreign = finding("operation-id-verb", 2, "Two words.");
  expect(eachMistakeOnce([shape], [same, other, another, foreign])).toEqual([
    shape,
    other,
    another,
    foreign,
  ]);
  expect(eachMistakeOnce([], [same, other])).toEqual([same, other]);
});

it("knows the same mistake by its names where the linters name other lines", () => {
  const one = finding("path-parameters-defined", 18, "No parameter `id` for the path `/a/{id}`.");
  const same = finding("path-params", 1, 'Must define "{id}" for the path "/a/{id}".');
  const other = finding("path-params", 1, 'Must define "{no}" for the path "/a/{no}".');
  expect(eachMistakeOnce([one], [same, other])).toEqual([one, other]);
});

it("keeps what an example is told of its schema where nothing else says so", () => {
  const example = finding("oas3-valid-media-example", 4, "schema is invalid: x");
  const wrong = finding("oas3-valid-media-example", 5, '"a" must be string');
  const shape = finding("struct", 2, "Expected a type.", "b.yaml");
  expect(eachMistakeOnce([], [example, wrong])).toEqual([example, wrong]);
  expect(eachMistakeOnce([shape], [example, wrong])).toEqual([shape, wrong]);
});

it("leaves out the sum of what is wrong in an object, never the only thing that is", () => {
  const sum = finding("oas3-schema", 1, "must not have unevaluated properties.");
  const part = finding("oas3-schema", 3, "must be equal to constant.");
  expect(eachMistakeOnce([], [sum, part])).toEqual([part]);
  expect(eachMistakeOnce([], [sum])).toEqual([sum]);
});
