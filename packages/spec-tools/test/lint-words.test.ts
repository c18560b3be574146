import { renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { api } from "@image-apis/testing/one-api";
import { expect, it } from "vitest";
import { writeFindings } from "../src/report.ts";
import { useOneApi } from "./planted.ts";

const { copy, lint, firstFile, plant } = useOneApi();
const path = `spec/${api}/paths/api_v1_Person_{personId}_Image.yaml`;

async function messages(): Promise<string[]> {
  const { findings } = await lint();
  return findings.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

it.each<[string, RegExp, string, string]>([
  ["a tab", /^ {2}summary/m, "\tsummary", "A tab stands here."],
  ["a tab behind spaces", /^ {2}summary/m, "  \tsummary", "A tab stands here."],
  [
    "a conflict of Git",
    /^ {2}summary: .*\n/m,
    "<<<<<<< HEAD\n  summary: One\n=======\n  summary: Another\n>>>>>>> branch\n",
    "This is a conflict of Git.",
  ],
  ["a double quote without an end", /summary: (.*)/, 'summary: "$1', "The quote that starts here"],
  ["a single quote without an end", /summary: .*/, "summary: 'Save", "The quote that starts here"],
])("names %s as what it is, once, at its line", async (_what, from, to, words) => {
  const line = plant(path, from, to);
  const [first = "", ...rest] = await messages();
  expect(rest).toEqual([]);
  expect(first).toContain(words);
  expect(first.startsWith(`${path}:${line} `)).toBe(true);
});

it("leaves a tab inside a text alone", async () => {
  plant(path, /summary: (.*)/, 'summary: "Save a person\'s\timage"');
  expect((await messages()).filter((it) => it.includes("tab"))).toEqual([]);
});

it.each([
  ["Latin-1", Buffer.from("summary: Größe\nvalue: 1\n", "latin1")],
  ["UTF-16", Buffer.from("\uFEFFsummary: Size\nvalue: 1\n", "utf16le")],
])("says of a file in %s that it is not UTF-8", async (_encoding, bytes) => {
  const file = firstFile("examples", "parameters");
  writeFileSync(join(copy, file), bytes);
  expect(await messages()).toEqual(
    [`${file}:1 ${"This byte is not UTF-8"}`].map((it) => expect.stringContaining(it)),
  );
});

it("says of a symbolic link that it is one", async () => {
  renameSync(join(copy, path), join(copy, "elsewhere.yaml"));
  symlinkSync(join(copy, "elsewhere.yaml"), join(copy, path));
  expect(await messages()).toEqual([expect.stringContaining(`${path}:1 This is a symbolic link`)]);
});

it("names the word that was probably meant first", async () => {
  const file = `spec/${api}/examples/getPersonImage/404-no-image.yaml`;
  const line = plant(file, /x-when: .*/, "x-when: no-stored-imag");
  const [message, ...rest] = await messages();
  expect(rest).toEqual([]);
  expect(message).toMatch(
    new RegExp(
      `^${file}:${line} spec/conditions.yaml has no condition "no-stored-imag". Did you mean "no-stored-image"\\? Known: no-stored-image, `,
    ),
  );
});

it("prints at most 20 findings of a kind, and how many more there are", async () => {
  const file = `spec/${api}/examples/notes.yaml`;
  const { sources } = await lint();
  const findings = Array.from({ length: 5000 }, (_, index) => ({
    file,
    line: index + 1,
    column: 1,
    severity: "error" as const,
    rule: "shape",
    message: `Nothing reads "key${index}" here.`,
    page: undefined,
  }));
  const text = writeFindings(findings, sources, "stylish");
  expect(text.match(/Nothing reads/g)).toHaveLength(20);
  expect(text).toContain("4980 more findings of shape.");
  expect(JSON.parse(writeFindings(findings, sources, "json"))).toHaveLength(5000);
});
