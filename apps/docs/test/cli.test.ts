import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const cli = fileURLToPath(new URL("../dist/server/cli.js", import.meta.url));

function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, ...env } });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
  const printed = new Promise<string>((resolve) => {
    child.stdout.on("data", () => stdout.includes("\n") && resolve(stdout));
  });
  return { child, ended, printed };
}

test("prints its address, serves, and ends with Ctrl+C", async () => {
  const { child, ended, printed } = run(["--port", "0"]);
  const url = /^Docs: (http:\/\/127\.0\.0\.1:\d+\/)\n$/.exec(await printed)?.[1] ?? "";
  expect((await fetch(url)).status).toBe(200);
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
});

test("a taken port is one line that names DOCS_PORT", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  try {
    const { code, stdout, stderr } = await run([], { DOCS_PORT: String(port) }).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe(`Port ${port} is taken. Set DOCS_PORT (or pass --port) to a free one.\n`);
  } finally {
    other.close();
  }
});

test.each([
  [["--port", "front"], {}],
  [["--port", "70000"], {}],
  [[], { DOCS_PORT: "-1" }],
])("%j with %j is not a port", async (args, env) => {
  const { code, stderr } = await run(args, env).ended;
  expect(code).toBe(1);
  expect(stderr).toContain("A port is a whole number from 0 to 65535.");
});
