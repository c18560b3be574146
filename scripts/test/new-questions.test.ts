import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isError } from "@image-apis/spec-tools";
import { api, copyOneApi } from "@image-apis/testing/one-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { create } from "../src/new/create.ts";
import { Cancelled } from "../src/new/questions.ts";
import { type Lint, openLint } from "../src/new/write.ts";
import { keys, typist } from "./support/typing.ts";

/** A repository that holds one API. */
let copy: string;
let lint: Lint;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "asked-"));
  copyOneApi(copy);
  lint = openLint(copy);
});
afterAll(() => rmSync(copy, { recursive: true }));

const files = () =>
  globSync("**/*", { cwd: copy, withFileTypes: true })
    .filter((it) => it.isFile())
    .map(({ parentPath, name }) => [
      join(parentPath, name),
      readFileSync(join(parentPath, name), "utf8"),
    ])
    .sort();

const { enter, down, ctrlC, ctrlD } = keys;
const path = "/api/v1/Person/{personId}/Portrait";
const whole = [
  ["Of which API?", enter],
  ["Which method?", `${down}${enter}`],
  ["The path, with a slash", `portrait${enter}`],
  ["portrait: The path, with a slash", `\u0015${path}${enter}`],
  ["The operationId, a verb", `addPortrait${enter}`],
  ["What it does", `Add a portrait${enter}`],
  ["Under which tag?", enter],
  ["Which page describes it?", `${down}${enter}`],
] as const;

it.each([
  ["Ctrl+C", [...whole.slice(0, 2), ["The path, with a slash", ctrlC]]],
  ["Ctrl+C in a choice", [["Of which API?", ctrlC]]],
  ["Ctrl+D", [...whole.slice(0, 2), ["The path, with a slash", ctrlD]]],
  ["the end of the input", [...whole.slice(0, 2), ["The path, with a slash", "end"]]],
] as const)("%s ends the questions, says so, and nothing is written", async (_what, answers) => {
  const before = files();
  const { terminal, left } = typist(answers);
  const asked = create(copy, "operation", {}, { terminal, lint });
  await expect(asked).rejects.toThrow("Cancelled. Nothing was written.");
  expect(left()).toEqual([]);
  expect(files()).toEqual(before);
});

it("a signal while the lint looks at what was written undoes it", async () => {
  const before = files();
  const interruption = new AbortController();
  let isWritten = false;
  const interrupted: Lint = async () => {
    isWritten = files().length > before.length;
    if (isWritten) interruption.abort();
    return lint();
  };
  const { terminal } = typist(whole);
  const { signal } = interruption;
  const asked = create(copy, "operation", {}, { terminal, signal, lint: interrupted });
  await expect(asked).rejects.toThrow(Cancelled);
  expect(isWritten).toBe(true);
  expect(files()).toEqual(before);
});

it("answers typed from the first question to the last make files that pass the lint", async () => {
  const { terminal, shown, left } = typist(whole);
  const { created } = await create(copy, "operation", {}, { terminal, lint });
  expect(left()).toEqual([]);
  expect(shown()).toContain("--path portrait: The path, with a slash at the front");
  const file = `spec/${api}/paths/api_v1_Person_{personId}_Portrait.yaml`;
  expect(created).toContain(file);
  expect(parse(readFileSync(join(copy, file), "utf8"))).toMatchObject({
    post: { operationId: "addPortrait", summary: "Add a portrait" },
  });
  const verdict = await lint();
  expect(verdict.findings.filter(isError)).toEqual([]);
  const pages = verdict.bundles[0]?.evidence.inventories ?? [];
  expect(shown()).toContain(pages[1]?.title);
  const exchange = verdict.bundles[0]?.exchanges.find((it) => it.operationId === "addPortrait");
  expect(exchange?.source).toBe(pages[1]?.key);
});

it("asks only for what no flag says", async () => {
  const { terminal, shown, left } = typist([["Under which tag?", ctrlC]]);
  const flags = { api, method: "post", path, id: "saveOther", summary: "Save another" };
  await expect(create(copy, "operation", flags, { terminal, lint })).rejects.toThrow(Cancelled);
  expect(left()).toEqual([]);
  expect(shown()).not.toContain("Which method?");
});
