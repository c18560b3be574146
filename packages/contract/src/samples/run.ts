import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Redirection, Run, Runner } from "./runner.ts";

/** A shell script as it is on disk. */
export interface Script extends Redirection {
  file: string;
  /** Where it finds its files. */
  folder: string;
}

/** Runs a shell script unchanged; what its curl sends to `asks` arrives at `answered`. */
export function run({ file, folder, asks, answered }: Script): Promise<Run> {
  const [from, to] = [new URL(asks), new URL(answered)];
  // curl reads this file before its arguments.
  writeFileSync(join(folder, ".curlrc"), `connect-to = "${from.host}:${to.host}"\nnoproxy = "*"\n`);
  return new Promise((resolve, reject) => {
    const child = spawn("sh", [file], {
      cwd: folder,
      env: { ...process.env, CURL_HOME: folder },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr] = [child.stdout.toArray(), child.stderr.toArray()];
    child.once("error", () => {
      reject(new Error("Samples need sh, which cannot be started. Install it."));
    });
    child.once("close", async (exitCode) => {
      const text = async (chunks: Promise<Buffer[]>) =>
        Buffer.concat(await chunks).toString("utf8");
      resolve({ exitCode, stdout: await text(stdout), stderr: await text(stderr) });
    });
  });
}

/** Runs shell scripts, each in a shell of its own. */
export async function startShell(redirection: Redirection): Promise<Runner> {
  return {
    run: (file, folder) => run({ file, folder, ...redirection }),
    close: async () => {},
  };
}
