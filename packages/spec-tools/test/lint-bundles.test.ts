import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { apiNames, documentText, loadDocument } from "@image-apis/spec";
import { repositoryRoot } from "@image-apis/spec/generator";
import { createConfig, lint, lintFromString } from "@redocly/openapi-core";
import { Document, Spectral } from "@stoplight/spectral-core";
import parsers from "@stoplight/spectral-parsers";
import { describe, expect, it } from "vitest";
import { documentationRules } from "../src/documentation-rules.ts";

const bundles = apiNames().map((api) => `packages/spec/dist/${api}.json`);

const documentation = new Spectral();
documentation.setRuleset({ extends: [[documentationRules, "all"]] });
const rulesOf = async (text: string) =>
  (await documentation.run(new Document(text, parsers.Json))).map(({ code }) => code);

describe("@stoplight/spectral-documentation, all rules", () => {
  it.each(apiNames())("reports nothing on %s", async (api) => {
    expect(await rulesOf(documentText(api, "json"))).toEqual([]);
  });

  it("would report a document without a description", async () => {
    const [api = ""] = apiNames();
    const document = loadDocument(api);
    delete document.info.description;
    expect(await rulesOf(JSON.stringify(document))).toContain("docs-description");
  });
});

describe("redocly lint --extends recommended-strict", async () => {
  const config = await createConfig({ extends: ["recommended-strict"] });

  it.each(bundles)("reports nothing on %s", async (bundle) => {
    expect(await lint({ config, ref: join(repositoryRoot, bundle) })).toEqual([]);
  });

  it("would report a document without a licence", async () => {
    const [api = ""] = apiNames();
    const source = documentText(api, "json").replace('"license"', '"x-license"');
    const problems = await lintFromString({ config, source });
    expect(problems.map(({ ruleId }) => ruleId)).toContain("info-license");
  });
});

/** The command as it is, with the .spectral.yaml of the repository. */
function spectral(files: string[], input = "") {
  const command = createRequire(import.meta.url).resolve("@stoplight/spectral-cli/dist/index.js");
  const { status, stdout } = spawnSync(process.execPath, [command, "lint", ...files], {
    cwd: repositoryRoot,
    encoding: "utf8",
    input,
  });
  return { status, stdout };
}

describe("spectral lint", () => {
  it("reports nothing on the bundles, nor on the source files that an editor shows", () => {
    const sources = apiNames().map((api) => `spec/${api}/{openapi.yaml,{paths,components}/**}`);
    expect(spectral([...bundles, ...sources])).toEqual({
      status: 0,
      stdout: "No results with a severity of 'error' found!\n",
    });
  });

  it("knows the rules of this repository and those of spectral:oas", () => {
    const { status, stdout } = spectral(["packages/ruleset/test/rules/operation-id-verb/ko.yaml"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/ 1:1 +warning +info-contact /);
    expect(stdout).toMatch(/ 5:20 +error +operation-id-verb /);
  });

  it("applies the layout rules, and no others, to a source file", () => {
    const [api] = apiNames();
    const text = "openapi: 3.1.1\npaths:\n  /a:\n    $ref: paths/b.yaml\n";
    const { stdout } = spectral(["--stdin-filepath", `spec/${api}/openapi.yaml`], text);
    const rules = [...stdout.matchAll(/^ +\d+:\d+ +\w+ +(\S+)/gm)].map((row) => row[1]);
    expect(rules).toEqual(["invalid-ref", "path-item-file"]);
  });
});
