import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  apiNames,
  type Exchange,
  fixtureNames,
  loadDocument,
  loadExchanges,
  operations,
} from "@image-apis/spec";
import { describe, expect, it, onTestFinished } from "vitest";
import { languages, loadSamples, sampleAddress, sampleFolder } from "../src/index.ts";

const sets = loadSamples();
const exchanges = apiNames().flatMap(loadExchanges);

function exchangeOf(operationId: string): Exchange | undefined {
  const name = sets.get(operationId)?.exchange;
  return exchanges.find((it) => it.operationId === operationId && it.name === name);
}

it("there are samples of every operation and of nothing else", () => {
  const ids = apiNames().flatMap((api) =>
    operations(loadDocument(api)).map(({ operationId }) => operationId),
  );
  expect([...sets.keys()].sort()).toEqual(ids.sort());
});

describe("a folder of samples", () => {
  const folder = (files: string[]) => {
    const root = mkdtempSync(join(tmpdir(), "image-apis-samples-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    mkdirSync(join(root, "other"));
    mkdirSync(join(root, "someOperation"));
    for (const file of files) writeFileSync(join(root, "someOperation", file), "{}");
    return pathToFileURL(`${root}/`);
  };

  it("that does not say whose request it sends is refused, with the file to write", () => {
    expect(() => loadSamples(folder(["curl.sh"]))).toThrow(
      "samples/someOperation/sample.json is missing.",
    );
  });

  it("without one of the languages is refused, with the file to write", () => {
    expect(() => loadSamples(folder(["sample.json", "curl.sh"]))).toThrow(
      "samples/someOperation/client.ts is missing.",
    );
  });

  it("is not every folder beside it", () => {
    expect([...loadSamples(folder([])).keys()]).toEqual([]);
  });
});

describe.each([...sets.values()])("the samples of $operationId", ({ operationId, samples }) => {
  it("send a documented exchange that succeeds without anything before it", () => {
    const exchange = exchangeOf(operationId);
    expect(exchange?.response.status).toBeLessThan(300);
    expect(exchange?.given).toEqual([]);
  });

  it.each(samples.map((sample) => [sample.language.title, sample] as const))(
    "in %s go to the mock and send the exchange's files",
    (_title, { text }) => {
      expect(text).toContain(sampleAddress);
      const body = exchangeOf(operationId)?.request.body;
      const files = fixtureNames().filter((name) =>
        JSON.stringify(body ?? {}).includes(`"${name}"`),
      );
      for (const name of files) expect(text).toContain(name);
    },
  );

  it("hold no address of a vendor", () => {
    for (const { path, text } of samples) {
      expect(text, path).not.toMatch(/capillarytech|superoffice\.com/);
    }
  });

  it("stand in the operation's own folder", () => {
    for (const { file } of languages)
      expect(existsSync(`${sampleFolder(operationId)}${file}`)).toBe(true);
  });
});
