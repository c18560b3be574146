import { spawn } from "node:child_process";
import { repositoryRoot } from "./repository.ts";

/** For tools that would otherwise report home. */
export const withoutTelemetry = {
  DO_NOT_TRACK: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
};

/** Runs turbo with the terminal of this process and resolves to its exit code. */
export function turbo(...args: string[]): Promise<number> {
  return turboIn(process.env, ...args);
}

/** The same with another environment than this process's. */
export function turboIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<number> {
  return new Promise((done, failed) => {
    // The shell finds turbo.cmd on Windows; the arguments are fixed words.
    const child = spawn(["turbo", ...args].join(" "), {
      cwd: repositoryRoot,
      env: { ...env, ...withoutTelemetry },
      stdio: "inherit",
      shell: true,
    });
    child.on("error", failed);
    child.on("exit", (code) => done(code ?? 1));
  });
}
