import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { repositoryRoot } from "../src/repository.ts";
import { uncheckedFiles } from "./support/checked-files.ts";

/** Their tests type-check these where they are meant to live. */
const samples = ["packages/client/test/package/consumer/", "scripts/test/added/"];

/** Each has packages of its own, which only its own command installs. */
const outside = ["scripts/bench/", "scripts/runtimes/", "scripts/outside-tools/"];

/** Code that the benchmarks' own packages generate. */
const generated = "scripts/bench/client/generated/";

const isIn = (folders: string[], file: string) => folders.some((folder) => file.startsWith(folder));

let unchecked: string[];
beforeAll(async () => {
  unchecked = (await uncheckedFiles()).filter((file) => !isIn(samples, file));
});

it("every TypeScript file is read by a typecheck task, but where packages are missing", () => {
  expect(unchecked.filter((file) => !isIn(outside, file))).toEqual([]);
});

it("no file is left out without need", () => {
  const left = new Set(unchecked);
  const justified = new Set<string>();
  // A file that imports one with a reason has that reason, too.
  for (let before = -1; before < justified.size; ) {
    before = justified.size;
    for (const file of left) {
      if (imports(file).some((it) => isMissing(it) || justified.has(it))) justified.add(file);
    }
  }
  expect([...left].filter((file) => !justified.has(file))).toEqual([]);
});

/** What a file imports: names of packages as they are, files from the root. */
function imports(file: string): string[] {
  const text = readFileSync(join(repositoryRoot, file), "utf8");
  return [...text.matchAll(/\b(?:from |import\()"([^"]+)"/g)].map(([, name = ""]) =>
    name.startsWith(".") ? posix.join(posix.dirname(file), name) : name,
  );
}

/** Whether `npm run setup` does not put it there. */
function isMissing(imported: string): boolean {
  if (imported.startsWith(generated)) return true;
  const { devDependencies } = JSON.parse(
    readFileSync(join(repositoryRoot, "scripts/package.json"), "utf8"),
  ) as { devDependencies: Record<string, string> };
  const isFile = /^(scripts|packages|apps|spec)\//.test(imported);
  const isKnown = /^(node:|@image-apis\/)/.test(imported);
  return !isFile && !isKnown && !(imported in devDependencies);
}
