import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { git } from "../src/lines/tracked-files.ts";
import { repositoryRoot } from "../src/repository.ts";
import { type Structure, structureFaults } from "./support/structure/faults.ts";
import { readPackages, readSourceFiles } from "./support/structure/read.ts";

/** From makers to users: a package may import those before it, also in its tests. */
const order = [
  "packages/ruleset",
  "packages/spec",
  "packages/testing",
  // Needs the documents alone, and has the one set-up of Ajv that the others use.
  "packages/http-contract",
  "packages/spec-tools",
  "packages/codegen",
  "packages/types",
  "packages/client",
  "packages/reference",
  "packages/conformance",
  "apps/mock",
  "apps/server",
  "apps/docs",
  // The only package that knows apps.
  "packages/contract",
  "scripts",
];

it("packages meet at their exports, and every arrow points from the maker to the user", () => {
  const files = readSourceFiles();
  const faults = structureFaults({ order, packages: readPackages(), files });
  expect(faults).toEqual([]);
  expect(files.size).toBeGreaterThan(1000);
});

it("spec/ holds what a designer writes, and nothing else", () => {
  const files = git(repositoryRoot, ["ls-files", "-z", "spec"]).toString().split("\0");
  const others = files.filter(
    (file) => file !== "" && !/\.yaml$|^spec\/fixtures\/[^/]+$|^spec\/README\.md$/.test(file),
  );
  expect(others).toEqual([]);
});

it("no folder of sources is called build, which tools take for output", () => {
  const files = git(repositoryRoot, ["ls-files", "-z"]).toString().split("\0");
  expect(files.filter((file) => /(^|\/)build\//.test(file))).toEqual([]);
});

it("what only the workspace may import is not in the exports that are published", () => {
  for (const { folder } of readPackages()) {
    const text = readFileSync(join(repositoryRoot, folder, "package.json"), "utf8");
    const manifest = JSON.parse(text) as {
      private?: boolean;
      files?: string[];
      exports?: object;
      publishConfig?: { exports?: object };
    };
    if (manifest.private === true) continue;
    const published = JSON.stringify(manifest.publishConfig?.exports ?? manifest.exports ?? {});
    const shipped = [...(manifest.files ?? []), "package.json"];
    for (const [, path = ""] of published.matchAll(/"\.\/([^"/]+)[^"]*"(?=[,}])/g)) {
      expect(shipped, `${folder} exports ${path}`).toContain(path);
    }
  }
});

/** Three packages as they should be: a maker, a user, and an app above them. */
const planned: Structure = {
  order: ["packages/spec", "packages/client", "apps/mock", "apps/docs", "packages/contract"],
  packages: [
    { name: "@x/spec", folder: "packages/spec", needs: [] },
    { name: "@x/client", folder: "packages/client", needs: ["@x/spec"] },
    { name: "@x/mock", folder: "apps/mock", needs: ["@x/spec"] },
    { name: "@x/docs", folder: "apps/docs", needs: [] },
    { name: "@x/contract", folder: "packages/contract", needs: ["@x/mock", "@x/client"] },
  ],
  files: new Map([
    ["packages/spec/src/index.ts", 'export { a } from "./a.ts";'],
    ["packages/spec/src/a.ts", 'import type { B } from "./index.ts";'],
    ["packages/spec/scripts/read.ts", 'new URL("../../../spec/fixtures/", import.meta.url);'],
    ["packages/client/src/index.ts", 'import { a } from "@x/spec";'],
    ["packages/client/vitest.config.ts", 'export { default } from "../../vitest.base.ts";'],
    ["packages/contract/src/index.ts", 'import { mock } from "@x/mock/server";'],
  ]),
};

/** The faults of the plan with one more file, or another package. */
function faultsWith(file: string, text: string, packages = planned.packages): string[] {
  return structureFaults({
    ...planned,
    packages,
    files: new Map([...planned.files, [file, text]]),
  });
}

const needing = (folder: string, ...names: string[]) =>
  planned.packages.map((it) => (it.folder === folder ? { ...it, needs: names } : it));

it("finds nothing where everything is as planned", () => {
  expect(structureFaults(planned)).toEqual([]);
});

it.each([
  ["an import", 'import { a } from "../../spec/src/a.ts";'],
  ["an import of types", 'import type { A } from "../../spec/src/a.ts";'],
  ["a type that is imported in place", 'let a: import("../../spec/src/a.ts").A;'],
  ["an export", 'export * from "../../spec/src/a.ts";'],
  ["a module that is loaded later", 'await import("../../spec/src/a.ts");'],
  ["a mock of a module", 'vi.mock("../../spec/src/a.ts");'],
  ["a file that is located", 'new URL("../../spec/src/a.ts", import.meta.url);'],
  ["a path from the folder", 'join(import.meta.dirname, "../../spec/src/a.ts");'],
])("finds %s that reaches into another package", (_, text) => {
  expect(faultsWith("packages/client/src/b.ts", text)).toEqual([
    "packages/client/src/b.ts:1 reaches into packages/spec/src/a.ts. Import @x/spec by an export instead.",
  ]);
});

it("finds a package other than the loader that reads the documents", () => {
  expect(
    faultsWith("apps/mock/src/b.ts", '\nnew URL("../../../spec/fixtures/a.png", import.meta.url);'),
  ).toEqual([
    "apps/mock/src/b.ts:2 reaches into spec/fixtures/a.png. Import @image-apis/spec by an export instead.",
  ]);
});

it("finds a package that is imported and not declared", () => {
  expect(faultsWith("apps/mock/src/b.ts", 'import { b } from "@x/client";')).toEqual([
    "apps/mock/src/b.ts:1 imports @x/client, which apps/mock/package.json does not name.",
  ]);
});

it("finds an arrow that points up, in code and in a package.json", () => {
  const packages = needing("packages/spec", "@x/client");
  expect(faultsWith("packages/spec/src/b.ts", 'import "@x/client";', packages)).toEqual([
    "packages/spec/src/b.ts:1 imports @x/client, which is made after @x/spec.",
    "packages/spec/package.json imports @x/client, which is made after @x/spec.",
  ]);
});

it("finds an app below a package", () => {
  const packages = needing("packages/client", "@x/spec", "@x/mock");
  expect(faultsWith("packages/client/src/b.ts", 'import "@x/mock";', packages)).toEqual([
    "packages/client/src/b.ts:1 imports @x/mock, which is made after @x/client.",
    "packages/client/package.json imports @x/mock, which is made after @x/client.",
  ]);
});

it("finds an app that needs another app", () => {
  const packages = needing("apps/docs", "@x/mock");
  expect(faultsWith("apps/docs/src/b.ts", 'import "@x/mock";', packages)).toEqual([
    "apps/docs/src/b.ts:1 imports @x/mock: an app imports no other app.",
    "apps/docs/package.json imports @x/mock: an app imports no other app.",
  ]);
});

it("finds files of a package that need each other, once, and not for a type", () => {
  const files = new Map([
    ["packages/spec/src/a.ts", 'import { b } from "./b.ts";'],
    ["packages/spec/src/b.ts", 'import { c } from "./deeper/c.ts";'],
    ["packages/spec/src/deeper/c.ts", 'import { type A, a } from "../a.ts";'],
  ]);
  expect(structureFaults({ ...planned, files })).toEqual([
    "Files need each other: packages/spec/src/a.ts, packages/spec/src/b.ts, packages/spec/src/deeper/c.ts.",
  ]);
  files.set("packages/spec/src/deeper/c.ts", 'import { type A } from "../a.ts";');
  expect(structureFaults({ ...planned, files })).toEqual([]);
});

it("finds a package without a place in the order", () => {
  const packages = [...planned.packages, { name: "@x/new", folder: "packages/new", needs: [] }];
  expect(structureFaults({ ...planned, packages })).toEqual([
    "packages/new has no place in the order of packages.",
  ]);
});
