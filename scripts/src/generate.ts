/**
 * `npm run generate`: brings everything up to date that is generated from the documents. With `--check` it writes
 * nothing: it names the stale files and ends with 1 if there are any; what was fine is remembered by turbo.
 */
import { parseArgs } from "node:util";
import { turbo } from "./turbo.ts";

const { check } = parseArgs({ options: { check: { type: "boolean", default: false } } }).values;

const quietly = "--output-logs=errors-only --log-prefix=none";
if (check) {
  process.exitCode = await turbo(`run check:generated --continue ${quietly}`);
} else {
  // The client's report needs the types as they are after the first step.
  const steps = ["@image-apis/codegen", "@image-apis/client"];
  for (const step of steps) {
    process.exitCode = await turbo(
      `run generate --filter=${step} --output-logs=new-only --log-prefix=none`,
    );
    if (process.exitCode !== 0) break;
  }
}
