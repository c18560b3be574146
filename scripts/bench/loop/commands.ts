import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../../src/repository.ts";
import { withoutTelemetry } from "../../src/turbo.ts";
import { median } from "../median.ts";

const program = (folder: string, name: string) =>
  join(repositoryRoot, folder, "node_modules/.bin", name);

/** Milliseconds for one document with four commands one after the other, as one would do without the loop. */
export function measureCommands(): number {
  const folder = mkdtempSync(join(tmpdir(), "commands-"));
  const bundle = join(folder, "bundle.json");
  const types = program("packages/codegen", "openapi-typescript");
  const redocly = program("apps/docs", "redocly");
  const commands = [
    [redocly, "lint", "capillary"],
    [redocly, "bundle", "capillary", "--output", bundle],
    [program("packages/spec-tools", "spectral"), "lint", bundle],
    [types, bundle, "--output", join(folder, "types.ts")],
  ];
  try {
    return median(
      [1, 2, 3].map(() => {
        const start = performance.now();
        for (const [command = "", ...args] of commands) {
          // openapi-typescript would take the whole repository's configuration for its own.
          run(command, args, command === types ? folder : repositoryRoot);
        }
        return performance.now() - start;
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command: string, args: string[], cwd: string): void {
  const { status, stderr, stdout, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...withoutTelemetry },
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}${stdout}`);
}
