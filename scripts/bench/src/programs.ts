import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { benchFolder } from "./folders.ts";

/** Runs the program of a package installed here; its output is part of the error where it fails. */
export function runPackage(program: string, args: string[], cwd = benchFolder): string {
  const path = join(benchFolder, "node_modules", program);
  return execFileSync(process.execPath, [path, ...args], { cwd, encoding: "utf8", stdio: "pipe" });
}

/** A program of ours in a process of its own. */
export interface Child {
  /** What it sends first. */
  message: unknown;
  stop(): void;
}

/** Starts a module of src/, and waits for what it sends or for its end. */
export async function startChild(
  module: string,
  args: string[] = [],
  options: string[] = [],
): Promise<Child> {
  const execArgv = ["--expose-gc", ...options];
  const child = fork(join(benchFolder, "src", module), args, { execArgv });
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`${module} ${args.join(" ")} ended with ${code}.`);
  });
  const [message] = await Promise.race([once(child, "message"), failed]);
  failed.catch(() => {});
  return { message, stop: () => child.kill() };
}
