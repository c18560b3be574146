import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));

/** A server in a process of its own, which can be killed. */
export interface Child {
  readonly url: string;
  /** Everything that it printed up to its address. */
  readonly printed: string;
  /** Ends it without a word, and waits until it is gone. */
  kill(): Promise<void>;
  /** Tells it to stop; returns its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the server over a data folder.
 *
 * @throws Error with what it complained about, where it ends at once.
 */
export async function startChild(data: string): Promise<Child> {
  const args = [command, "--port", "0", "--data", data, "--disk-floor", "0"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const printed = await untilAddress(child);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  return {
    url: /^Server: (\S+)$/m.exec(printed)?.[1] ?? "",
    printed,
    kill: () => end("SIGKILL"),
    async stop() {
      await end("SIGTERM");
      return child.exitCode;
    },
  };
}

function untilAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    let complaints = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      complaints += chunk;
    });
    child.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk;
      if (/^Server: \S+\n/m.test(printed)) resolve(printed);
    });
    child.once("exit", () => reject(new Error(complaints || "The server ended at once.")));
  });
}
