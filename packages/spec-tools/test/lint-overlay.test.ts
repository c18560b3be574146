import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apiNames } from "@image-apis/spec";
import { copyOneApi } from "@image-apis/testing/one-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { stringify } from "yaml";
import { openLinter } from "../src/linter.ts";

const [api = ""] = apiNames();

/** A repository that holds a copy of one API and nothing else. */
const copy = mkdtempSync(join(tmpdir(), "lint-overlay-"));
const lint = openLinter(copy);

beforeAll(() => copyOneApi(copy, api));
afterAll(() => rmSync(copy, { recursive: true }));

/** What the lint says of an overlay with one action: the line, and the message. */
async function judged(target: string, update: object) {
  const overlay = {
    overlay: "1.1.0",
    info: { title: "Ours", version: "0.1.0" },
    actions: [{ target, update }],
  };
  writeFileSync(join(copy, `spec/${api}/client.overlay.yaml`), stringify(overlay));
  const { findings } = await lint();
  return findings
    .filter(({ file }) => file.endsWith("client.overlay.yaml"))
    .map(({ line, message }) => `${line}: ${message}`);
}

it("takes an addition that something reads", async () => {
  expect(await judged("$.info", { "x-ms-client-name": "Pictures" })).toEqual([]);
});

it("reports a target that names nothing, at its line", async () => {
  expect(await judged("$.components.parameters.Lost", { "x-ms-client-name": "lost" })).toEqual([
    "6: $.components.parameters.Lost names nothing: there is no Lost.",
  ]);
});

it("reports a target with a filter", async () => {
  const [message] = await judged("$.paths[*]", { "x-fern-idempotent": true });
  expect(message).toMatch(/^6: "actions\/0\/target" must match pattern/);
});

it("reports an extension where nothing reads it, and says where it belongs", async () => {
  expect(await judged("$.info", { "x-cookie": "session" })).toEqual([
    "8: Nothing reads x-cookie at $.info. It belongs to a security scheme.",
  ]);
});

it("reports an extension that nothing knows, and a value of another form", async () => {
  expect(await judged("$.info", { "x-name": "Pictures" })).toEqual([
    '8: Nothing reads "x-name" here.',
  ]);
  expect(await judged("$.info", { "x-ms-client-name": "two words" })).toEqual([
    expect.stringMatching(/^8: "actions\/0\/update\/x-ms-client-name" must match pattern/),
  ]);
});

it("reports a change of the vendor's contract: an overlay only adds decisions of our own", async () => {
  expect(await judged("$.info", { title: "Another" })).toEqual(['8: Nothing reads "title" here.']);
});

it("takes additions to several properties, and reports one that the schema does not have", async () => {
  const target = "$.components.schemas.CustomerImageFile.properties";
  expect(await judged(target, { fileSize: { "x-varies": "size" } })).toEqual([]);
  expect(await judged(target, { fileZise: { "x-varies": "size" } })).toEqual([
    `6: ${target} has no property fileZise.`,
  ]);
  expect(await judged(target, { fileSize: { "x-cookie": "a" } })).toEqual([
    expect.stringMatching(/^9: Nothing reads x-cookie at /),
  ]);
});
