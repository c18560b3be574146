/**
 * `npm run test:runtimes`: the built client uploads, refuses and reads answers on Node, Bun and Deno, against a server
 * that looks at every byte.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildForOutside, installOutside } from "../../src/outside-workspace.ts";
import { captureServer } from "./capture-server.ts";
import { complaints } from "./complaints.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));
const image = fileURLToPath(new URL("../../../spec/fixtures/front.png", import.meta.url));
const probe = join(folder, "src/probe.mjs");

installOutside(folder);
buildForOutside("@image-apis/client");

const bun = join(folder, "node_modules/bun/bin/bun.exe");
const deno = join(folder, "node_modules/deno/bin.cjs");
const runtimes: Record<string, [program: string, ...args: string[]]> = {
  Node: [process.execPath, probe],
  Bun: [bun, probe],
  Deno: [process.execPath, deno, "run", "--allow-all", "--node-modules-dir=manual", probe],
};

let failed = 0;
for (const [name, [program, ...args]] of Object.entries(runtimes)) {
  const server = await captureServer();
  let wrong: string[];
  try {
    const { stdout } = await promisify(execFile)(program, [...args, server.url, image]);
    wrong = complaints(image, server.requests, stdout);
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    wrong = [`${stdout}${stderr}`.trim() || String(error)];
  } finally {
    server.close();
  }
  failed += wrong.length === 0 ? 0 : 1;
  process.stdout.write(`${wrong.length === 0 ? "ok    " : "FAILED"} ${name}\n`);
  for (const line of wrong) process.stdout.write(`       ${line}\n`);
}
process.stdout.write(`${Object.keys(runtimes).length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
