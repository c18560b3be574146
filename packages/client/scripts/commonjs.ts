/** Writes `dist/cjs/`. Run by `build`, after the compiler and the validators. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeCommonJs } from "../build/commonjs.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  exports: Record<string, string | { import: { default: string } }>;
};
const entries = Object.values(exports).flatMap((it) =>
  typeof it === "string" ? [] : [it.import.default.replace(/^\.\/dist\/|\.js$/g, "")],
);
await writeCommonJs(root, entries);
