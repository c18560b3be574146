import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { unexplainedCode } from "../src/release/built-code.ts";
import { undeclaredImports } from "../src/release/imports.ts";
import { lowestNode, startFaults } from "../src/release/lowest-node.ts";
import { sourceMapFaults } from "../src/release/source-maps.ts";
import { releaseTable } from "../src/release/table.ts";
import { weightFaults, weightOf } from "../src/release/weight.ts";

let project: string;
let folder: string;
const put = (file: string, text = "") => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "files-"));
  folder = join(project, "node_modules/@image-apis/one");
  put(
    "package.json",
    JSON.stringify({
      name: "@image-apis/one",
      type: "module",
      engines: { node: ">=22.12" },
      exports: { ".": { types: "./dist/a.d.ts", default: "./dist/a.js" }, "./*": "./dist/*/b.js" },
      bin: { one: "dist/cli.js" },
      dependencies: { ajv: "^8" },
      peerDependencies: { msw: "^3" },
    }),
  );
  put("src/a.ts");
  put("src/cli.ts");
  put("src/deep/b.ts");
  put("dist/a.js", "import 'node:fs';\nexport const a = 1;\n//# sourceMappingURL=a.js.map\n");
  put("dist/a.js.map", JSON.stringify({ sources: ["../src/a.ts"] }));
  put("dist/a.d.ts", 'export type { A } from "ajv/dist/core";\n');
  put("dist/deep/b.js", "export const b = 1;\n");
  put("dist/cli.js", 'console.log("Usage: one");\n');
});
afterEach(() => rmSync(project, { recursive: true }));

const start = () => startFaults(project, "@image-apis/one", process.execPath);

it("a package as it should be has no faults, and every entry and program of it starts", () => {
  expect(sourceMapFaults(folder)).toEqual([]);
  expect(unexplainedCode(folder)).toEqual([]);
  expect(undeclaredImports(folder)).toEqual([]);
  expect(start()).toEqual([]);
});

it("a map without its source, and a file without its map, are found", () => {
  rmSync(join(folder, "src/a.ts"));
  put("dist/deep/b.js", "export const b = 1;\n//# sourceMappingURL=b.js.map\n");
  expect(sourceMapFaults(folder)).toEqual([
    "dist/a.js.map is a map of ../src/a.ts, which is not there.",
    "dist/deep/b.js names the map b.js.map, which is not there.",
  ]);
});

it("a map that holds its sources needs none beside it", () => {
  rmSync(join(folder, "src/a.ts"));
  put("dist/a.js.map", JSON.stringify({ sources: ["../src/a.ts"], sourcesContent: ["a"] }));
  expect(sourceMapFaults(folder)).toEqual([]);
});

it("bundled code without a notice, and what an earlier build left, are found", () => {
  put("dist/validate/compiled.js");
  expect(unexplainedCode(folder)).toEqual([
    "dist/validate/compiled.js has no source in the package, and no NOTICES.txt says whose it is.",
  ]);
  put("dist/validate/NOTICES.txt", "ajv");
  expect(unexplainedCode(folder)).toEqual([]);
});

it("an import of code or of types that package.json does not name is found", () => {
  put("dist/deep/b.js", 'import "left-pad/x";\nconst c = await import("@a/b/c");\n');
  put("dist/deep/b.d.ts", 'import type { T } from "@stoplight/types";\nimport "msw";\n');
  expect(undeclaredImports(folder)).toEqual([
    "Its types import @stoplight/types (dist/deep/b.d.ts), which its package.json does not name.",
    "Its code import left-pad (dist/deep/b.js), which its package.json does not name.",
    "Its code import @a/b (dist/deep/b.js), which its package.json does not name.",
  ]);
});

it.each([
  [
    "an entry that throws",
    "dist/deep/b.js",
    'throw new TypeError("zlib.crc32 is not a function");',
  ],
  ["an entry that is missing what it imports", "dist/a.js", 'import "nowhere";'],
  ["a program that ends with an error", "dist/cli.js", "process.exit(3);"],
  ["a program without help", "dist/cli.js", ""],
  ["an entry without exports", "dist/a.js", ""],
])("%s does not start", (_, file, text) => {
  put(file, text);
  expect(start()).toEqual([expect.stringMatching(/^It does not start on Node >=22\.12: \w*Error/)]);
});

it("the lowest Node is read from engines", () => {
  expect(lowestNode(">=22.12")).toBe("22.12.0");
  expect(lowestNode(">=24")).toBe("24.0.0");
  expect(lowestNode(">=24.18.1")).toBe("24.18.1");
  expect(lowestNode("22 || 24")).toBeUndefined();
  expect(lowestNode(undefined)).toBeUndefined();
});

it("what an installation weighs counts every package, nested ones too, and has a limit", () => {
  for (const name of ["ajv", "ajv/node_modules/busboy", "ajv/dist/esm"]) {
    mkdirSync(join(project, "node_modules", name), { recursive: true });
    writeFileSync(join(project, "node_modules", name, "package.json"), " ".repeat(1024 ** 2));
  }
  const weight = weightOf(join(project, "node_modules"));
  expect(weight).toEqual({ packages: 3, megabytes: 3 });
  expect(weightFaults("@image-apis/ruleset", { packages: 6, megabytes: 9 })).toEqual([
    "Installing it brings 6 packages, more than 5.",
    "Installing it brings 9 MB, more than 2.",
  ]);
  expect(weightFaults("@image-apis/ruleset", { packages: 5, megabytes: 1 })).toEqual([]);
});

it("the table has a line for each package, and says which are not ok", () => {
  const row = { version: "1.0.0", size: 2000, node: "22.12.0" };
  const rows = [
    { ...row, name: "a", weight: { packages: 1, megabytes: 0.1 }, faults: [] },
    { ...row, name: "b", weight: { packages: 2, megabytes: 0.2 }, faults: ["x", "y"] },
  ];
  expect(releaseTable(rows).split("\n")).toEqual([
    "package  version  tarball  installed           Node",
    "a        1.0.0    2 KB     1 package, 0.1 MB   22.12.0  ok",
    "b        1.0.0    2 KB     2 packages, 0.2 MB  22.12.0  2 not ok",
  ]);
});
