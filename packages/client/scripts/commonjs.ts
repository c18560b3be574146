/** Writes `dist/cjs/`. Run by `build`, after the compiler and the validators. */
import { fileURLToPath } from "node:url";
import { writeCommonJs } from "../generator/commonjs.ts";
import { entriesOf } from "../generator/entries.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const entries = entriesOf(root).map(({ module }) => module.replace(/^\.\/dist\/|\.js$/g, ""));
await writeCommonJs(root, entries);
