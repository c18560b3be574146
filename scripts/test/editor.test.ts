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
