import { readFileSync } from "node:fs";
import { apiNames, loadDocument } from "@image-apis/spec";
import { expect, test } from "vitest";
import { documentedAnswers } from "../../build/documented-answers.ts";

const committed = readFileSync(
  new URL("../../src/msw/generated/answers.ts", import.meta.url),
  "utf8",
);
const documents = () => apiNames().map(loadDocument);

test("the committed answers are what the documents make", () => {
  expect(documentedAnswers(documents()), "Run `npm run generate` at the root.").toBe(committed);
});

test("a changed example shows in the answers", () => {
  const changed = documents();
  const refused = changed[0]?.components.responses?.CustomerImagesRefused?.content;
  for (const media of Object.values(refused ?? {})) {
    for (const example of Object.values(media.examples ?? {})) example.value = { errors: [] };
  }
  expect(documentedAnswers(changed)).not.toBe(committed);
});
