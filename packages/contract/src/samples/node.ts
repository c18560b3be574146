import { programHost } from "./program-host.ts";
import type { Redirection, Runner } from "./runner.ts";

/**
 * Runs TypeScript programs in one Node. They find the packages that this one finds; what their `fetch` sends to `asks`
 * arrives at `answered`.
 */
export async function startNode({ asks, answered }: Redirection): Promise<Runner> {
  const values = { asks, answered, parentURL: import.meta.url };
  return programHost(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--input-type=module", "--eval", host],
    { IMAGE_APIS_PROGRAMS: JSON.stringify(values) },
  );
}

/** What this one Node runs. */
const host = `
import { writeSync } from "node:fs";
import { registerHooks } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";

const { asks, answered, parentURL } = JSON.parse(process.env.IMAGE_APIS_PROGRAMS);

registerHooks({
  resolve(specifier, context, next) {
    return next(specifier, specifier.startsWith("@image-apis/") ? { ...context, parentURL } : context);
  },
});

const plain = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const url = (input instanceof Request ? input.url : String(input)).replace(asks, answered);
  return plain(input instanceof Request ? new Request(url, input) : url, init);
};

async function run({ file, folder }) {
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) {
    process[name].write = (chunk) => {
      printed[name] += chunk;
      return true;
    };
  }
  process.chdir(folder);
  process.exitCode = 0;
  try {
    await import(pathToFileURL(file));
  } catch (error) {
    printed.stderr += inspect(error);
    process.exitCode = 1;
  }
  const { exitCode } = process;
  process.exitCode = 0;
  return { exitCode, ...printed };
}

for await (const line of createInterface({ input: process.stdin })) {
  writeSync(3, JSON.stringify(await run(JSON.parse(line))) + "\\n");
}
`;
