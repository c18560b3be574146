/**
 * `npm run generate`: brings everything up to date that is generated from the documents. With `--check` it writes
 * nothing: it names the stale files and ends with 1 if there are any; what was fine is remembered by turbo.
 */
import { parseArgs } from "node:util";
import { generateAll } from "./generate-all.ts";
import { turbo } from "./turbo.ts";

const { check } = parseArgs({ options: { check: { type: "boolean", default: false } } }).values;

process.exitCode = check
  ? await turbo("run check:generated --continue --output-logs=errors-only --log-prefix=none")
  : await generateAll();
