import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../src", import.meta.url));

/** The folders of the package from the lowest up: a file imports from its own folder and from those before it. */
const order = [
  ...["errors", "log", "values", "documented", "auth", "transport", "upload", "call"],
  ...["jobs", "client", "generated", "operations", "node", "custom", "msw", "validate"],
];

const folderOf = (file: string) => relative(root, file).split(sep).slice(0, -1)[0] ?? "";

const imports = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .flatMap((name) => {
    const file = join(root, name);
    const paths = readFileSync(file, "utf8").matchAll(/(?:from|import) "(\.[^"]+)"/g);
    return Array.from(paths, ([, path = ""]) => ({ file, target: join(dirname(file), path) }));
  });

test("every folder has its place in the order", () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((it) => it.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...order].sort());
});

test("the folders of the client need each other in one direction only", () => {
  const upwards = imports.filter(
    ({ file, target }) =>
      folderOf(file) !== "" && order.indexOf(folderOf(file)) < order.indexOf(folderOf(target)),
  );
  const lines = upwards.map((it) => `${relative(root, it.file)} -> ${relative(root, it.target)}`);
  expect(lines).toEqual([]);
});
