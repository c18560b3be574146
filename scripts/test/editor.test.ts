import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { repositoryRoot } from "../src/repository.ts";

const read = (file: string) => readFileSync(join(repositoryRoot, file), "utf8");
const settings = JSON.parse(read(".vscode/settings.json"));
const { tasks } = JSON.parse(read(".vscode/tasks.json"));
const local = Object.entries<string>(settings["yaml.schemas"]).filter(([it]) => !/^https/.test(it));

/** A schema may refer to another one beside it, which an editor reads as well. */
function compiled(schema: string): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  for (const [file] of local) ajv.addSchema(JSON.parse(read(file)), basename(file));
  const validate = ajv.getSchema(basename(schema));
  if (validate === undefined) throw new Error(`There is no schema ${schema}.`);
  return validate;
}

describe.each(local)("the schema %s that the editor holds %s against", (schema, files) => {
  const validate = compiled(schema);

  it("fits every file there is", () => {
    const names = globSync(files, { cwd: repositoryRoot });
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect([validate(parse(read(name))), name]).toEqual([true, name]);
  });

  it("refuses a key that nothing reads", () => {
    const [name = ""] = globSync(files, { cwd: repositoryRoot });
    expect(validate({ ...parse(read(name)), sumary: "x" })).toBe(false);
  });
});

it("holds every YAML file below spec/ against a schema", () => {
  const covered = new Set(
    Object.values<string>(settings["yaml.schemas"]).flatMap((files) =>
      globSync(files, { cwd: repositoryRoot }),
    ),
  );
  const all = globSync("spec/**/*.yaml", { cwd: repositoryRoot });
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter((file) => !covered.has(file))).toEqual([]);
});

describe.each(local)("the schema %s", (schema) => {
  it("says of every key what it is for, where the key is hovered over", () => {
    expect(unexplained(JSON.parse(read(schema)))).toEqual([]);
  });
});

/** The keys of a schema's objects that have neither a description nor values that say enough. */
function unexplained(node: unknown, at = ""): string[] {
  if (node === null || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([key, inner]) => {
    const here = `${at}/${key}`;
    const isKey =
      at.endsWith("/properties") && !/\/(if|then|else|not|anyOf|oneOf|allOf)\//.test(at);
    const says = isKey && ["description", "enum", "const", "$ref"].every((it) => !(it in inner));
    return [...(says ? [here] : []), ...unexplained(inner, here)];
  });
}

describe.each(["dev", "lint"])("the problem matcher of the task %s", (label) => {
  const task = tasks.find((it: { label: string }) => it.label === label);
  const { pattern, background } = task.problemMatcher;

  it.each(["", "@image-apis/spec:lint: "])(
    "reads the first line of a finding after '%s'",
    (prefix) => {
      const line = `${prefix}spec/a/paths/v1_{b}.yaml:95:3  error  operation-id-verb  Two words.`;
      const match = new RegExp(pattern.regexp).exec(line) ?? [];
      const [file, row, column, severity, code, message] = [
        ...["file", "line", "column", "severity", "code", "message"],
      ].map((name) => match[pattern[name]]);
      expect({ file, row, column, severity, code, message }).toEqual({
        file: "spec/a/paths/v1_{b}.yaml",
        row: "95",
        column: "3",
        severity: "error",
        code: "operation-id-verb",
        message: "Two words.",
      });
    },
  );

  if (background === undefined) return;
  it("knows where a verdict begins and ends", () => {
    expect("Judging spec/a.yaml …").toMatch(new RegExp(background.beginsPattern));
    for (const line of ["all good, 0.3 s", "1 error, 0 warnings, 0.2 s"]) {
      expect(line).toMatch(new RegExp(background.endsPattern));
    }
  });
});
