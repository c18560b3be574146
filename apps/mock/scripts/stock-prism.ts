import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Serves the bundle of an API with the `prism` command as it is published, on 127.0.0.1. */
export function stockPrism(api: string, port: number, stdio: StdioOptions): ChildProcess {
  const bundle = fileURLToPath(import.meta.resolve(`@image-apis/spec/bundles/${api}.yaml`));
  return spawn(
    process.execPath,
    [prismCommand(), "mock", bundle, "--host", "127.0.0.1", "--port", String(port)],
    { stdio, env: { ...process.env, DO_NOT_TRACK: "1", SCARF_ANALYTICS: "false" } },
  );
}

function prismCommand(): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("@stoplight/prism-cli/package.json");
  const { bin } = require(manifest) as { bin: { prism: string } };
  return join(dirname(manifest), bin.prism);
}
