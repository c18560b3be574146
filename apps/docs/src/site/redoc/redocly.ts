import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
const config = fileURLToPath(new URL("../../../redocly.yaml", import.meta.url));

/** What the CLI printed, and how it ended. */
export interface RedoclyRun {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `redocly` with this folder's configuration, and without a word to its maker. */
export function redocly(command: string, args: readonly string[]): RedoclyRun {
  return spawnSync(process.execPath, [cli, command, ...args, "--config", config], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      DO_NOT_TRACK: "1",
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    },
  });
}
