import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { repositoryRoot } from "../src/repository.ts";
import { type InstalledExample, installExample } from "./support/installed-example.ts";

/** The instructions of the Containerfile; none of them goes over several lines. */
const instructions = readFileSync(join(repositoryRoot, "apps/mock/Containerfile"), "utf8")
  .split("\n")
  .filter((line) => /^[A-Z]/.test(line))
  .map((line) => ({ name: line.split(" ", 1).join(), text: line.slice(line.indexOf(" ") + 1) }));
const all = (name: string) => instructions.filter((it) => it.name === name).map(({ text }) => text);
const [health = ""] = all("HEALTHCHECK").map((it) => it.slice(it.indexOf("CMD ") + 4));
const entrypoint: string[] = JSON.parse(all("ENTRYPOINT").join());

let installed: InstalledExample;
let environment: NodeJS.ProcessEnv;
beforeAll(async () => {
  // As the step of npm leaves it, without asking a registry: the packed files, and the commands that they bring.
  installed = installExample(undefined, ["@image-apis/mock"]);
  const own = join(installed.folder, "node_modules/@image-apis/mock");
  const { bin } = JSON.parse(readFileSync(join(own, "package.json"), "utf8"));
  mkdirSync(join(installed.folder, "node_modules/.bin"));
  for (const [name, file] of Object.entries<string>(bin)) {
    chmodSync(join(own, file), 0o755);
    symlinkSync(join(own, file), join(installed.folder, "node_modules/.bin", name));
  }
  const written = all("ENV")
    .flatMap((it) => it.split(" "))
    .map((it) => it.split("="));
  environment = {
    ...process.env,
    ...Object.fromEntries(written),
    MOCK_PORT: String(await freePort()),
  };
});
afterAll(() => installed.remove());

it("installs packages without their scripts", () => {
  expect(all("RUN")).toEqual(["npm install --no-audit --no-fund --ignore-scripts $MOCK"]);
});

it("starts a mock that is healthy, and stops when it is told to", async () => {
  const options = { cwd: installed.folder, env: environment };
  const isHealthy = () => spawnSync("sh", ["-c", health], options).status === 0;
  expect(isHealthy()).toBe(false);

  const [program = "", ...args] = entrypoint;
  // What stands behind the name of an image comes after its own options; a test listens on this machine alone.
  const mock = spawn(program, [...args, "--host", "127.0.0.1"], {
    ...options,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(mock, "exit");
  await Promise.race([once(mock.stdout, "data"), ended]);
  expect(isHealthy()).toBe(true);
  mock.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(isHealthy()).toBe(false);
});

it("it starts from the Node that the mock needs, and not as root", () => {
  const { engines } = JSON.parse(
    readFileSync(join(repositoryRoot, "apps/mock/package.json"), "utf8"),
  );

  expect(all("FROM").join()).toMatch(/node:24-slim$/);
  expect(engines.node).toMatch(/^>=24\./);
  expect(all("USER")).toEqual(["node"]);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
