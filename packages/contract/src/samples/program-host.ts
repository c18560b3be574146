import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Run, Runner } from "./runner.ts";

/**
 * A process that runs programs one after the other, so that a language starts once and not for every program. It
 * reads a line of JSON for each, `{ file, folder }`, and writes one, a `Run`, on the fourth of its streams.
 */
export function programHost(
  command: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Runner {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["pipe", "ignore", "pipe", "pipe"],
  });
  const errors: Buffer[] = [];
  child.stderr?.on("data", (chunk: Buffer) => errors.push(chunk));
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(String(error)));
    child.once("close", (code) => resolve(`it ended with ${code}: ${Buffer.concat(errors)}`));
  });
  const lines = linesOf(child);
  let last: Promise<unknown> = Promise.resolve();

  async function next(file: string, folder: string): Promise<Run> {
    child.stdin?.write(`${JSON.stringify({ file, folder })}\n`);
    const line = await Promise.race([lines.next(), ended]);
    if (typeof line === "string") throw new Error(`${command} cannot run ${file}: ${line}`);
    if (line.done) throw new Error(`${command} cannot run ${file}: ${await ended}`);
    // The cast: the hosts are written in this folder.
    return JSON.parse(line.value) as Run;
  }

  return {
    run(file, folder) {
      const run = last.then(() => next(file, folder));
      last = run.catch(() => {});
      return run;
    },
    async close() {
      child.stdin?.end();
      await ended;
    },
  };
}

function linesOf(child: ChildProcess): AsyncIterator<string> {
  const stream = child.stdio[3];
  if (!(stream && "read" in stream)) throw new Error("The process has no fourth stream.");
  return createInterface({ input: stream })[Symbol.asyncIterator]();
}
