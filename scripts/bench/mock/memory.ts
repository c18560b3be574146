/** What a server holds before its first request and after many: `npm run bench -- mock` prints it at its end. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:http";
import { createInterface } from "node:readline";
import { type Load, send } from "./load.ts";
import { descendants, memory } from "./proc.ts";
import { type Peer, repository, start } from "./servers.ts";

/** So many requests come before the memory is looked at the first time. */
const warmUp = 5000;
const counted = 60_000;

export interface Held {
  /** Resident memory in MB: before the first request, after the warm-up, after all of them. */
  idle: number;
  warm: number;
  end: number;
}

/** A server and the process of it that answers. */
interface Answering {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** `npm run mock`, as the README names it; the mock's process is the last of those that npm starts. */
export async function readmeCommand(options: string[] = []): Promise<Answering> {
  const command = ["run", "mock", "--", "--port", "0", ...options];
  const child = spawn("npm", command, { cwd: repository, stdio: ["ignore", "pipe", "ignore"] });
  const url = await address(child);
  const pid = descendants(child.pid ?? 0).at(-1);
  if (pid === undefined) throw new Error("npm run mock has no process of its own.");
  const stop = async () => {
    const gone = once(child, "exit");
    process.kill(pid, "SIGTERM");
    await gone;
  };
  return { url, pid, stop };
}

/** Another server, whose one process answers. */
export async function peerCommand(peer: Peer, api: string, probe: string): Promise<Answering> {
  const { url, process, stop } = await start(peer, api, probe);
  return { url, pid: process.pid ?? 0, stop };
}

/** Sends the loads in turn, on ten connections, and looks at the memory in between. */
export async function memoryUnder(server: Answering, loads: readonly Load[]): Promise<Held> {
  const { url, pid } = server;
  const idle = memory(pid);
  await sendMany(url, loads, warmUp);
  const warm = memory(pid);
  await sendMany(url, loads, counted);
  return { idle, warm, end: memory(pid) };
}

async function sendMany(url: string, loads: readonly Load[], count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 10 });
  let at = 0;
  const lane = async () => {
    while (at < count) {
      const load = loads[at % loads.length];
      at += 1;
      if (load !== undefined) await send(url, load, agent);
    }
  };
  await Promise.all(Array.from({ length: 10 }, lane));
  agent.destroy();
}

async function address({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error("npm run mock has no output.");
  for await (const line of createInterface(stdout)) {
    const [, url] = /^Mock: (\S+)/.exec(line) ?? [];
    if (url !== undefined) {
      stdout.resume();
      return url;
    }
  }
  throw new Error("npm run mock does not start.");
}
