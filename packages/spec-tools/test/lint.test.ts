import { spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { apiNames } from "@image-apis/spec";
import { repositoryRoot } from "@image-apis/spec/generator";
import { api } from "@image-apis/testing/one-api";
import { loadConfig } from "@redocly/openapi-core";
import { expect, it } from "vitest";
import { lintRepository, openLinter } from "../src/linter.ts";
import { redoclyRules } from "../src/redocly-rules.ts";
import { type Format, writeFindings } from "../src/report.ts";
import { useOneApi } from "./planted.ts";

const { copy, lint, firstFile, plant, write, places } = useOneApi();

it("finds nothing in the documents as they are", async () => {
  expect(await lintRepository(repositoryRoot)).toMatchObject({
    findings: [],
    documents: apiNames().length,
  });
});

it("reports a mistake of the bundle in the source file that makes it", async () => {
  const file = firstFile("paths");
  const line = plant(file, /operationId: \w+/, "operationId: whatever");
  const { findings } = await lint();
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

it("counts a warning of spectral:oas as an error", async () => {
  plant(`spec/${api}/openapi.yaml`, /^ {2}contact:\n( {4}.*\n)+/m, "");
  const { findings } = await lint();
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: "info-contact", severity: "error", line: 2 }),
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
  const line =
    plant(inventory, /^entries:\n/m, "entries:\n  - { id: new, kind: behaviour, place: x }\n") + 1;
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
])("says of a file with %s that it is not YAML, and nothing else", async (_what, from, to) => {
  const file = firstFile("paths");
  plant(file, from, to);
  const { findings } = await lint();
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

it.each<[string, (path: string) => void, string]>([
  [
    "a key that nothing reads",
    (path) => plant(path, /^request:/m, "reqest:"),
    'Nothing reads "reqest" here.',
  ],
  ["no mapping", (path) => write(path, "hello\n"), "The file is not a mapping"],
  ["nothing at all", (path) => write(path, ""), "The file is not a mapping"],
])("reports an exchange file with %s", async (_, spoil, message) => {
  const file = firstFile("exchanges", "savePersonImage");
  spoil(file);
  const { findings } = await lint();
  expect(findings).toMatchObject([{ file, rule: "shape", severity: "error" }]);
  expect(findings[0]?.message).toContain(message);
});

it.each([["openapi.yaml"], ["provenance.yaml"], ["components", "schemas"], ["sources"]])(
  "reports what is not a mapping anywhere: %s %s",
  async (...names) => {
    const last = names.at(-1) ?? "";
    const file = last.endsWith(".yaml") ? `spec/${api}/${last}` : firstFile(...names);
    for (const text of ["", "- a list\n"]) {
      write(file, text);
      expect(await places()).toEqual([`${file}:1 shape`]);
    }
  },
);

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

it("finds a secret in a file that is not YAML", async () => {
  const credentials = Buffer.from("someone:something").toString("base64");
  writeFileSync(join(copy, "spec/notes.md"), `# Notes\n\n    Basic ${credentials}\n`);
  expect(await places()).toEqual(["spec/notes.md:3 no-live-secret"]);
});

it.each([
  [
    "a folder of no operation",
    /^/,
    "",
    "nobodysOperation",
    'No operation is called "nobodysOperation"',
  ],
  [
    "a status nobody documents",
    /status: \d+\n/,
    "status: 299\n",
    undefined,
    "documents no response 299",
  ],
  ["an example that is not there", /example: .*/, "example: lost", undefined, 'no example "lost"'],
  [
    "a fixture that is not there",
    /fixture: [\w.-]+/,
    "fixture: lost.png",
    undefined,
    'no fixture "lost.png"',
  ],
  [
    "a step that is not there",
    /^request:/m,
    "given: [lost/step]\nrequest:",
    undefined,
    'no exchange "lost/step"',
  ],
])("reports an exchange of %s", async (_what, from, to, folder, message) => {
  const file = exchangeWith(from);
  const line = plant(file, from, to);
  const moved = file.replace(/[^/]+(?=\/[^/]+$)/, folder ?? "$&");
  if (moved !== file) renameSync(join(copy, dirname(file)), join(copy, dirname(moved)));
  const { findings } = await lint();
  expect(findings.map((it) => [it.rule, it.message])).toContainEqual([
    "exchange",
    expect.stringContaining(message),
  ]);
  expect(findings.find(({ rule }) => rule === "exchange")?.line).toBe(line);
});

/** An exchange of the copy that matches. */
function exchangeWith(pattern: RegExp): string {
  const folder = `spec/${api}/exchanges`;
  const found = readdirSync(join(copy, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".yaml"))
    .find((file) => pattern.test(readFileSync(join(copy, file), "utf8")));
  if (found === undefined) throw new Error(`No exchange has ${pattern}.`);
  return found;
}

it("judges every call again, and hands out what can be bundled", async () => {
  const lint = openLinter(copy);
  const file = firstFile("paths");
  const before = readFileSync(join(copy, file), "utf8");
  expect((await lint()).bundles.map((it) => it.api)).toEqual([api]);

  plant(file, /operationId: \w+/, "operationId: whatever");
  const bad = await lint();
  expect(bad.findings.map(({ rule }) => rule)).toEqual(["operation-id-verb"]);
  expect(bad.bundles).toEqual([]);

  plant(file, /operationId: \w+\n/, "operationId: whatever\n  operationId: twice\n");
  expect((await lint()).findings.map(({ rule }) => rule)).toEqual(["yaml"]);

  writeFileSync(join(copy, file), before.replace(/summary: .+/, "summary: Changed."));
  const good = await lint();
  expect(good.findings).toEqual([]);
  expect(JSON.stringify(good.bundles[0]?.document)).toContain('"Changed."');
});

it("sees a rule that redocly.yaml turns off between two calls", async () => {
  const lint = openLinter(copy);
  plant(firstFile("paths"), /^ {2}summary: .*\n/m, "");
  expect((await lint()).findings.map(({ rule }) => rule)).toContain("operation-summary");
  plant("redocly.yaml", /rules:\n/, "rules:\n  operation-summary: off\n");
  expect((await lint()).findings.map(({ rule }) => rule)).not.toContain("operation-summary");
});

function run(...args: string[]) {
  const script = fileURLToPath(new URL("../scripts/lint.ts", import.meta.url));
  return spawnSync(process.execPath, [script, copy, ...args], { encoding: "utf8" });
}

it("says one line and ends with 0 when all is well", () => {
  const { status, stdout, stderr } = run();
  expect(stdout + stderr).toMatch(/^\d+ documents and \d+ files linted in [\d.]+ s: [a-z ]+\.\n$/);
  expect(status).toBe(0);
});

it("prints place, message, a code frame, the rule's sentence and the fix, and ends with 1", () => {
  const file = firstFile("paths");
  const line = plant(file, /operationId: \w+/, "operationId: whatever");
  const { status, stdout } = run();
  const [finding = "", ...rest] = stdout.split("\n");
  expect(finding).toMatch(
    new RegExp(
      `^${literally(file)}:${line}:3 {2}error {2}operation-id-verb {2}The operationId of a `,
    ),
  );
  expect(rest.join("\n")).toMatch(/^ {4}> 2 \| {3}operationId: whatever\n {6} +\| {3}\^$/m);
  expect(rest).toContain("    rule  Every operationId starts with a verb that fits its method.");
  expect(rest).toContain("    fix   Write it like this:");
  expect(rest).toContain("    page  packages/ruleset/docs/operation-id-verb.md");
  expect(rest.slice(-2)).toEqual(["1 error, 0 warnings.", ""]);
  expect(status).toBe(1);
});

/** What a format makes of the copy as it is. */
async function written(format: Format): Promise<string> {
  const { findings, sources } = await lint();
  return writeFindings(findings, sources, format);
}

it("writes annotations for a pull request, one a line", async () => {
  const file = firstFile("paths");
  const line = plant(file, /operationId: \w+/, "operationId: whatever");
  expect(await written("github")).toMatch(
    new RegExp(
      `^::error file=${literally(file)},line=${line},col=3,title=operation-id-verb::The [^\n]+$`,
    ),
  );
});

it("writes JSON for a program, an empty list when all is well", async () => {
  expect(JSON.parse(await written("json"))).toEqual([]);
  const file = firstFile("paths");
  const line = plant(file, /operationId: \w+/, "operationId: whatever");
  expect(JSON.parse(await written("json"))).toEqual([
    expect.objectContaining({ file, line, column: 3, rule: "operation-id-verb" }),
  ]);
});

it("prints the format that is asked for, and nothing beside it", () => {
  expect(run("--format", "json")).toMatchObject({ status: 0, stdout: "[]\n", stderr: "" });
});

it("names the formats there are when it is asked for another one", () => {
  const { status, stderr } = run("--format", "xml");
  expect(stderr).toBe('There is no format "xml". Known: stylish, github, json.\n');
  expect(status).toBe(2);
});

it("hands out a statement to paste where provenance misses one", async () => {
  const parameter = firstFile("components", "parameters");
  const stem = parameter.slice(parameter.lastIndexOf("/") + 1, -".yaml".length);
  plant(`spec/${api}/provenance.yaml`, new RegExp(`/parameters/${stem}\\b`), "/parameters/Lost");
  const { findings } = await lint();
  const { fix } = findings.find(({ file }) => file === parameter) ?? {};
  expect(fix).toMatch(new RegExp(`^- kind: \\w+\n {2}at: /components/parameters/${stem}$`, "m"));
});

it("explains every rule of Redocly that is on, and no other", async () => {
  const config = await loadConfig({ configPath: join(repositoryRoot, "redocly.yaml") });
  const on = Object.entries(config.rules.oas3_1).filter(([, severity]) => severity !== "off");
  expect(Object.keys(redoclyRules).sort()).toEqual(on.map(([rule]) => rule).sort());
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
