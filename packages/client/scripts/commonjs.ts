/** Writes `dist/cjs/`. Run by `build`, after the compiler and the validators. */
import { fileURLToPath } from "node:url";
import { writeCommonJs } from "../build/commonjs.ts";
import { entriesOf } from "../build/entries.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const entries = entriesOf(root).map(({ module }) => module.replace(/^\.\/dist\/|\.js$/g, ""));
await writeCommonJs(root, entries);
