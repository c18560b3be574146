import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lastDescendant } from "./proc.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const here = fileURLToPath(new URL("./", import.meta.url));
const require = createRequire(import.meta.url);
const mockRequire = createRequire(join(repository, "package.json"));

/** A mock server to compare; most serve one document in a process. */
export interface Peer {
  name: string;
  /** The command that serves an API on a port. */
  command(api: string, port: string): string[];
}

export interface Running {
  url: string;
  /** The process that serves. */
  pid: number;
  /** From the start of the process to its first response. */
  milliseconds: number;
  stop(): Promise<void>;
}

const bundle = (api: string, format: string) =>
  fileURLToPath(import.meta.resolve(`@image-apis/spec/bundles/${api}.${format}`));
const node = (name: string, command: (api: string, port: string) => string[]): Peer => ({
  name,
  command: (api, port) => [process.execPath, ...command(api, port)],
});

export const ours = node("@image-apis/mock", (_, port) => [
  ...[program(mockRequire, "@image-apis/mock", "image-apis-mock"), "--port", port],
]);

export const prism = node("prism mock --verboseLevel silent", (api, port) => [
  ...[program(require, "@stoplight/prism-cli", "prism"), "mock", bundle(api, "yaml")],
  ...["--port", port, "--verboseLevel", "silent"],
]);

export const msw = node("msw + @msw/source", (api, port) => [
  ...[join(here, "msw-server.ts"), bundle(api, "json"), port],
]);

export const peers: Peer[] = [
  prism,
  ours,
  node("@scalar/mock-server", (api, port) => [
    ...[join(here, "scalar-server.ts"), bundle(api, "json"), port],
  ]),
  msw,
  node("@mockoon/cli", (api, port) => [
    ...[program(require, "@mockoon/cli", "mockoon-cli"), "start", "--data", bundle(api, "json")],
    ...["--port", port, "--disable-log-to-file"],
  ]),
];

/** A server that reads the body and does nothing else. */
export const reader = node("reads the body only", (_, port) => [
  join(here, "reading-server.ts"),
  port,
]);

/** `npm run mock`, as the README names it. */
export const readmeCommand = (...options: string[]): Peer => ({
  name: ["npm run mock", ...(options.length > 0 ? ["--"] : []), ...options].join(" "),
  command: (_, port) => ["npm", "run", "mock", "--", "--port", port, ...options],
});

/** Starts a server and waits until it responds to a request at all. */
export async function start(peer: Peer, api: string): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const [command = "", ...args] = peer.command(api, String(port));
  const begin = performance.now();
  const child = spawn(command, args, {
    cwd: repository,
    stdio: "ignore",
    env: { ...process.env, NO_COLOR: "1", DO_NOT_TRACK: "1", SCARF_ANALYTICS: "false" },
  });
  const root = child.pid ?? 0;
  while (!(await responds(url))) {
    if (performance.now() > begin + 60_000 || child.exitCode !== null) {
      child.kill("SIGKILL");
      throw new Error(`${peer.name} does not start.`);
    }
    await new Promise((next) => setTimeout(next, 10));
  }
  const milliseconds = performance.now() - begin;
  const pid = lastDescendant(root);
  const stop = async () => {
    const gone = once(child, "exit");
    // As a developer ends it: Node writes the compiled modules for the next start down then.
    process.kill(pid, "SIGTERM");
    const late = setTimeout(() => process.kill(pid, "SIGKILL"), 3000);
    await gone;
    clearTimeout(late);
  };
  return { url, pid, milliseconds, stop };
}

async function responds(url: string): Promise<boolean> {
  try {
    await (await fetch(`${url}/v2/customers/565039505?source=INSTORE`)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function program(from: NodeJS.Require, name: string, command: string): string {
  const manifest = from.resolve(`${name}/package.json`);
  const { bin } = from(manifest) as { bin: Record<string, string> };
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
