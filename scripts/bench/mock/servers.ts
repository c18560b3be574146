import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const repository = fileURLToPath(new URL("../../../", import.meta.url));
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** A mock server to compare; most serve one document in a process. */
export interface Peer {
  name: string;
  /** The command that serves an API on a port. */
  command(api: string, port: number): string[];
}

export interface Running {
  url: string;
  process: ChildProcess;
  /** From the start of the process to its first answer to `probe`. */
  milliseconds: number;
  stop(): Promise<void>;
}

const bundle = (api: string, format: string) =>
  join(repository, `packages/spec/dist/${api}.${format}`);

export const ours: Peer = {
  name: "@image-apis/mock",
  command: (_, port) => [join(repository, "apps/mock/dist/cli.js"), "--port", String(port)],
};

export const prism: Peer = {
  name: "prism mock --verboseLevel silent",
  command: (api, port) => [
    bin("@stoplight/prism-cli", "prism"),
    "mock",
    bundle(api, "yaml"),
    "--port",
    String(port),
    "--verboseLevel",
    "silent",
  ],
};

export const msw: Peer = {
  name: "msw + @msw/source",
  command: (api, port) => [join(here, "msw-server.ts"), bundle(api, "json"), String(port)],
};

export const peers: Peer[] = [
  prism,
  ours,
  {
    name: "@scalar/mock-server",
    command: (api, port) => [join(here, "scalar-server.ts"), bundle(api, "json"), String(port)],
  },
  msw,
  {
    name: "@mockoon/cli",
    command: (api, port) => [
      bin("@mockoon/cli", "mockoon-cli"),
      "start",
      "--data",
      bundle(api, "json"),
      "--port",
      String(port),
      "--disable-log-to-file",
    ],
  },
];

/** A server that reads the body and does nothing else. */
export const reader: Peer = {
  name: "reads the body only",
  command: (_, port) => [join(here, "reading-server.ts"), String(port)],
};

/** Starts a server and waits until it answers a request for the path at all. */
export async function start(peer: Peer, api: string, probe: string): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begin = performance.now();
  const child = spawn(process.execPath, peer.command(api, port), {
    stdio: "ignore",
    env: { ...process.env, NO_COLOR: "1", DO_NOT_TRACK: "1", SCARF_ANALYTICS: "false" },
  });
  const deadline = begin + 30_000;
  while (!(await answers(url + probe))) {
    if (performance.now() > deadline || child.exitCode !== null) {
      child.kill("SIGKILL");
      throw new Error(`${peer.name} does not start.`);
    }
    await new Promise((next) => setTimeout(next, 10));
  }
  const milliseconds = performance.now() - begin;
  const stop = async () => {
    const gone = once(child, "exit");
    // As a developer ends it: Node writes the compiled modules for the next start down then.
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 3000);
    await gone;
    clearTimeout(late);
  };
  return { url, process: child, milliseconds, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function bin(name: string, command: string): string {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest) as { bin: Record<string, string> };
  return join(dirname(manifest), bin[command] ?? "");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
