import { readFileSync } from "node:fs";
import { join } from "node:path";
import { api } from "@image-apis/testing/one-api";
import { expect, it } from "vitest";
import { useOneApi } from "./planted.ts";

const { copy, lint, plant, write } = useOneApi();
const image = `spec/${api}/paths/api_v1_Person_{personId}_Image.yaml`;
const parameters = `spec/${api}/components/parameters`;

/** The findings, each with the words it starts with. */
async function found(): Promise<string[]> {
  const { findings } = await lint();
  return findings.map(({ file, line, rule, message }) => {
    const words = /^"([^"]+)"/.exec(message)?.[1] ?? message;
    return `${file}:${line} ${rule} ${words}`;
  });
}

it("says once, and on the line of the words, that a text and the document disagree", async () => {
  const line = plant(image, /(?<=are both )400/, "422");
  expect(await found()).toEqual([`${image}:${line} prose-number both 422`]);
});

it("does not judge a wrong text as a claim as well", async () => {
  const file = `${parameters}/IfBlank.yaml`;
  const line = plant(file, /`Null`, the default/, "`Default`, the default");
  expect(await found()).toEqual([`${file}:${line} prose-number \`Default\`, the default`]);
});

it("finds the texts of two parameters that were exchanged", async () => {
  const [width, height] = ["Width", "Height"].map((name) => `${parameters}/${name}.yaml`);
  const texts = [width, height].map((file = "") => readFileSync(join(copy, file), "utf8"));
  plant(width ?? "", /this width/, "this height");
  plant(height ?? "", /this height/, "this width");
  expect(texts[0]).toContain("this width");
  const { findings } = await lint();
  expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    `${height} text-of-another`,
    `${width} text-of-another`,
  ]);
});

it("tells of a wrong operationId, not of every text that has the right one", async () => {
  plant(image, /operationId: savePersonImage/, "operationId: whatever");
  expect((await lint()).findings.map(({ rule }) => rule)).toEqual(["operation-id-verb"]);
  write(image, readFileSync(join(copy, image), "utf8").replace("whatever", "savePersonPicture"));
  expect((await lint()).findings.map(({ rule }) => rule)).toContain("prose-name");
});
