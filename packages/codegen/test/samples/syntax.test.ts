import { describe, expect, it } from "vitest";
import { loadModels, type Sample, sampleLanguages, sampleSet, samplesOf } from "../../src/index.ts";
import { syntaxFaults } from "./parsers.ts";
import { awkward, fileNamed, json, text } from "./small-request.ts";

const sets = loadModels().flatMap(samplesOf);
const faults = (samples: readonly Sample[]) =>
  samples.flatMap((it) =>
    syntaxFaults(it.language, it.text).map((fault) => `${it.file}, ${fault}`),
  );

describe("the samples of an exchange", () => {
  it.each(sets)("$id are programs that their languages can read", ({ samples }) => {
    expect(faults(samples)).toEqual([]);
  });

  it.each(sets)("$id are there in every language", ({ samples }) => {
    expect(samples.map(({ language }) => language)).toEqual(sampleLanguages.map(({ id }) => id));
  });

  it("are files that no program can import by their name", () => {
    const names = sets.flatMap(({ samples }) => samples.map(({ file }) => file.split(".", 1)[0]));
    for (const name of names) expect(name).toMatch(/^[a-z\d]+(-[a-z\d]+)+$/);
  });

  it("hold no address but that of the mock", () => {
    const texts = sets.flatMap(({ samples }) => samples.map((sample) => sample.text));
    const addresses = texts.flatMap((it) => it.match(/https?:\/\/[^/"'`\s]+/g) ?? []);
    expect([...new Set(addresses)]).toEqual(["http://127.0.0.1:4010"]);
  });
});

describe.each(awkward)("a program that sends %j", (value) => {
  it.each([
    ["as a text of a form", text(value)],
    ["as the name of a file", fileNamed(value)],
    ["in JSON", json({ [value]: value })],
    ["as JSON", json(value)],
  ])("%s can be read by every language", (_how, request) => {
    expect(faults(sampleSet(request).samples)).toEqual([]);
  });
});

it("a program that cannot be read is found", () => {
  expect(syntaxFaults("csharp", "var a = ;")).not.toEqual([]);
  expect(syntaxFaults("powershell", "curl.exe 'a")).not.toEqual([]);
});
