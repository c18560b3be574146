import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { lintRepository } from "../lint/repository.ts";
import { apiNames } from "../src/apis.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const api = apiNames().at(-1) ?? "";

/** A repository that holds a copy of one API and nothing else. */
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "lint-"));
  for (const name of ["spec/redocly-plugin.js", `spec/${api}`]) {
    cpSync(join(repository, name), join(copy, name), { recursive: true });
  }
  const config = parse(readFileSync(join(repository, "redocly.yaml"), "utf8"));
  const apis = { [api]: config.apis[api] };
  writeFileSync(join(copy, "redocly.yaml"), stringify({ ...config, apis }));
});

afterEach(() => rmSync(copy, { recursive: true }));

/** The first file of a folder of the API, addressed from the root of the repository. */
function firstFile(...folders: string[]): string {
  const path = ["spec", api, ...folders].join("/");
  return `${path}/${readdirSync(join(copy, path)).sort()[0]}`;
}

/** Replaces the first match in a file of the copy and returns its line. */
function plant(file: string, from: RegExp, to: string): number {
  const text = readFileSync(join(copy, file), "utf8");
  const index = text.search(from);
  expect(index, `${file} has ${from}`).toBeGreaterThanOrEqual(0);
  writeFileSync(join(copy, file), text.replace(from, to));
  return text.slice(0, index).split("\n").length;
}

async function places() {
  const { findings } = await lintRepository(copy);
  return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

it("finds nothing in the documents as they are", async () => {
  expect(await lintRepository(repository)).toMatchObject({
    findings: [],
    documents: apiNames().length,
  });
});

it("reports a mistake of the bundle in the source file that makes it", async () => {
  const file = firstFile("paths");
  const line = plant(file, /operationId: \w+/, "operationId: whatever");
  const { findings } = await lintRepository(copy);
  expect(findings).toEqual([
    {
      file,
      line,
      column: 3,
      severity: "error",
      rule: "operation-id-verb",
      message: expect.stringContaining("whatever"),
      page: "packages/ruleset/docs/operation-id-verb.md",
    },
  ]);
});

it("reports a mistake inside a component once, however often the component is used", async () => {
  const file = firstFile("components", "schemas");
  const line = plant(file, /^required: .*\n/m, "nullable: true\nrequired: []\n");
  const nullable = (await places()).filter((it) => it.endsWith("schema-no-nullable"));
  expect(nullable).toEqual([`${file}:${line} schema-no-nullable`]);
});

it("reports a mistake of the layout", async () => {
  const file = firstFile("components", "parameters");
  const line = plant(file, /^examples:\n {2}\w+:\n/m, "examples:\n  another:\n") + 2;
  const layout = (await places()).filter((it) => !it.endsWith("provenance"));
  expect(layout).toEqual([`${file}:${line} parameter-example`]);
});

it("counts a warning of spectral:oas", async () => {
  plant(`spec/${api}/openapi.yaml`, /^ {2}contact:\n( {4}.*\n)+/m, "");
  const { findings } = await lintRepository(copy);
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: "info-contact", severity: "warning", line: 3 }),
  );
});

it("reports a file that no document refers to", async () => {
  const file = `spec/${api}/examples/left-over.yaml`;
  writeFileSync(join(copy, file), "summary: Left over\nvalue: 1\n");
  expect(await places()).toEqual([`${file}:1 unreferenced-file`]);
});

it("reports a statement without a source at its line, and an entry nothing claims at its own", async () => {
  const parameter = firstFile("components", "parameters");
  const stem = parameter.slice(parameter.lastIndexOf("/") + 1, -".yaml".length);
  plant(`spec/${api}/provenance.yaml`, new RegExp(`/parameters/${stem}\\b`), "/parameters/Lost");
  const inventory = firstFile("sources");
  const line = plant(
    inventory,
    /^ {2}- \{ id: /m,
    "  - { id: new, kind: behaviour, place: x }\n  - { id: ",
  );
  const found = await places();
  expect(found).toContain(`${parameter}:1 provenance`);
  expect(found).toContain(`${inventory}:${line} provenance`);
});

it("reports an inferred statement that names no source only where it says no reason", async () => {
  plant(`spec/${api}/provenance.yaml`, /^ {4}source: \[\]\n/m, "");
  expect(await places()).toEqual([]);
});

it.each([
  ["a wrong indent", /^operationId|^ {2}operationId/m, "     operationId"],
  ["a key twice", /^ {2}summary: .*\n/m, "  summary: Once\n  summary: Twice\n"],
])("says of a file with %s that it is no YAML, and nothing else", async (_what, from, to) => {
  const file = firstFile("paths");
  plant(file, from, to);
  const { findings } = await lintRepository(copy);
  expect(new Set(findings.map((it) => `${it.file} ${it.rule}`))).toEqual(new Set([`${file} yaml`]));
});

it("passes on the second opinion of Redocly", async () => {
  const file = firstFile("paths");
  const line = plant(file, /summary: .+/, "summary: [not, a, text]");
  expect(await places()).toContain(`${file}:${line} struct`);
});

it("reports a reference to a file that is not there", async () => {
  const file = firstFile("paths");
  const line = plant(file, /components\/parameters\/\w+\.yaml/, "components/parameters/Lost.yaml");
  expect(await places()).toContain(`${file}:${line} no-unresolved-refs`);
});

it("reports a component that is not called as its file", async () => {
  const file = `spec/${api}/openapi.yaml`;
  const line = plant(file, /(?<=securitySchemes:\n {4})\w+(?=:)/, "Renamed") + 1;
  expect(await places()).toContain(`${file}:${line} component-file`);
});

it("finds secrets in the comments of exchanges, sources, examples and provenance", async () => {
  const exchanges = firstFile("exchanges").split("/").slice(2);
  const examples = firstFile("examples").split("/").slice(2);
  const files = [firstFile(...examples), firstFile(...exchanges), firstFile("sources")];
  files.push(`spec/${api}/provenance.yaml`);
  const expected = files.map((file) => {
    const lines = readFileSync(join(copy, file), "utf8").split("\n").length;
    appendFileSync(join(copy, file), `# ${"AKIA"}0123456789ABCDEF\n`);
    return `${file}:${lines} no-live-secret`;
  });
  expect((await places()).sort()).toEqual(expected.sort());
});

it("finds a secret once, though the source, its text and the bundle hold it", async () => {
  const file = `spec/${api}/openapi.yaml`;
  const line = plant(file, /title: .+/, `title: ${"AKIA"}0123456789ABCDEF`);
  expect(await places()).toEqual([`${file}:${line} no-live-secret`]);
});

it("finds a secret in a file that is no YAML", async () => {
  const credentials = Buffer.from("someone:something").toString("base64");
  writeFileSync(join(copy, "spec/notes.md"), `# Notes\n\n    Basic ${credentials}\n`);
  expect(await places()).toEqual(["spec/notes.md:3 no-live-secret"]);
});

function run() {
  const script = fileURLToPath(new URL("../scripts/lint.ts", import.meta.url));
  return spawnSync(process.execPath, [script, copy], { encoding: "utf8" });
}

it("says one line and ends with 0 when all is well", () => {
  const { status, stdout, stderr } = run();
  expect(stdout + stderr).toMatch(/^\d+ documents and \d+ files linted in [\d.]+ s: [a-z ]+\.\n$/);
  expect(status).toBe(0);
});

it("prints place, severity, rule, message and page, and ends with 1", () => {
  const file = firstFile("paths");
  const line = plant(file, /operationId: \w+/, "operationId: whatever");
  const { status, stdout } = run();
  const [finding, page, summary] = stdout.split("\n");
  expect(finding).toMatch(`${file}:${line}:3  error  operation-id-verb  The operationId of a `);
  expect(page).toBe("    packages/ruleset/docs/operation-id-verb.md");
  expect(summary).toBe("1 error, 0 warnings.");
  expect(status).toBe(1);
});
