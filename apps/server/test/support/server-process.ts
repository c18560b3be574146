import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach } from "vitest";

const command = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** Everything that it printed before and with its address. */
  readonly lines: readonly string[];
  readonly process: ChildProcess;
  /** Ends it with a signal and waits for that; returns the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts servers as their command does; what a test leaves running ends with it. */
export function useServerProcesses(): (...args: string[]) => Promise<ServerProcess> {
  const started: ServerProcess[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((it) => it.end("SIGKILL")));
  });
  return async (...args) => {
    const server = await startProcess(args);
    started.push(server);
    return server;
  };
}

async function startProcess(args: readonly string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, [command, "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = await new Promise<string>((resolve, reject) => {
    let printed = "";
    let complaints = "";
    child.stderr.on("data", (chunk: Buffer) => {
      complaints += chunk;
    });
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk;
      if (/^Server: \S+\n/m.test(printed)) resolve(printed);
    });
    child.once("exit", () => reject(new Error(complaints || "The server ended.")));
  });
  const lines = text.trimEnd().split("\n");
  return {
    url: lines.at(-1)?.slice("Server: ".length) ?? "",
    lines,
    process: child,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, "close");
        child.kill(signal);
        await ended;
      }
      return child.exitCode;
    },
  };
}

/** Runs another command of the server to its end. */
export async function runCommand(...args: string[]) {
  const child = spawn(process.execPath, [command, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const output: string[] = [];
  const errors: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(String(chunk)));
  child.stderr.on("data", (chunk: Buffer) => errors.push(String(chunk)));
  await once(child, "close");
  return { status: child.exitCode, stdout: output.join(""), stderr: errors.join("") };
}
