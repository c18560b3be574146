import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stockDocument } from "./stock-document.ts";

/**
 * Serves the document of an API with the `prism` command as it is published, on 127.0.0.1. The command reads a copy,
 * which is deleted when it ends.
 */
export function stockPrism(api: string, port: number, stdio: StdioOptions): ChildProcess {
  const folder = mkdtempSync(join(tmpdir(), "stock-prism-"));
  const copy = join(folder, `${api}.json`);
  writeFileSync(copy, JSON.stringify(stockDocument(api)));
  const prism = spawn(
    process.execPath,
    [prismCommand(), "mock", copy, "--host", "127.0.0.1", "--port", String(port)],
    { stdio, env: { ...process.env, DO_NOT_TRACK: "1", SCARF_ANALYTICS: "false" } },
  );
  prism.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return prism;
}

function prismCommand(): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("@stoplight/prism-cli/package.json");
  const { bin } = require(manifest) as { bin: { prism: string } };
  return join(dirname(manifest), bin.prism);
}
