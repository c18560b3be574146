import { type ExecFileSyncOptions, execFileSync } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "./repository.ts";
import { withoutTelemetry } from "./turbo.ts";

/** Output is shown only where it is about something wrong. */
const quiet: ExecFileSyncOptions = {
  stdio: ["ignore", "ignore", "inherit"],
  env: { ...process.env, ...withoutTelemetry },
};

/**
 * Installs a folder that is a workspace of its own, from its own lock file, with the repository's pnpm.
 *
 * @param filters Which of its packages; all by default.
 */
export function installOutside(folder: string, ...filters: string[]): void {
  const pnpm = join(repositoryRoot, "node_modules/pnpm/bin/pnpm.mjs");
  const chosen = filters.map((filter) => `--filter=${filter}`);
  const args = [pnpm, "install", "--frozen-lockfile", ...chosen];
  execFileSync(process.execPath, args, { ...quiet, cwd: folder });
}

/** Builds a package of the repository, and what it needs, for something outside the workspace. */
export function buildForOutside(name: string): void {
  const turbo = join(repositoryRoot, "node_modules/turbo/bin/turbo");
  const args = [turbo, "run", "build", `--filter=${name}...`, "--output-logs=errors-only"];
  execFileSync(process.execPath, args, { ...quiet, cwd: repositoryRoot });
}
