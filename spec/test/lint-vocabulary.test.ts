import { fileURLToPath } from "node:url";
import { conditions, reviewedFakes } from "@image-apis/ruleset/vocabulary";
import { expect, it } from "vitest";
import { textFiles } from "../build/sources.ts";
import { apiNames, loadDocument } from "../src/apis.ts";
import { operations, responseExamples } from "../src/operation.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

it("every condition of the vocabulary is that of a documented answer", () => {
  const used = apiNames()
    .flatMap((api) => operations(loadDocument(api)))
    .flatMap((operation) => responseExamples(operation))
    .flatMap(({ when }) => when);
  expect(new Set(used)).toEqual(new Set(Object.keys(conditions)));
});

it("every reviewed fake still stands in a file", () => {
  const texts = textFiles(repository, "spec").map(({ text }) => text);
  for (const fake of Object.keys(reviewedFakes)) {
    expect(
      texts.some((text) => text.includes(fake)),
      fake,
    ).toBe(true);
  }
});
