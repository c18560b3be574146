import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { eventually } from "@image-apis/testing/eventually";
import { afterEach, expect, test } from "vitest";
import { mockCommand } from "../src/command/command.ts";
import { oldNode } from "../src/command/node-version.ts";
import { startMock } from "../src/index.ts";
import { png, saveImage } from "./support/requests.ts";
import { send } from "./support/send.ts";

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Starts the command and collects what it prints. */
function run(args: string[], env: Record<string, string> = {}, file = "../src/cli.ts") {
  const cli = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, ...env } });
  running.push(child);
  const printed = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    printed.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    printed.err += chunk;
  });
  const exited = once(child, "exit") as Promise<[number | null]>;
  const ended = exited.then(([code]) => ({ code, ...printed }));
  const ready = once(child.stdout, "data").then(() => printed.out.trim().replace(/^\w+: /, ""));
  return { child, ready, ended };
}

const wholeNumber = /whole number from 0 to 65535/;

// Windows has no such signals: there the process is simply ended.
const signals = process.platform === "win32" ? [] : (["SIGINT", "SIGTERM"] as const);

test.each(signals)("starts, serves, and stops at %s", async (signal) => {
  const { child, ready, ended } = run(["--port", "0"]);
  const url = await ready;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await send(url, saveImage(png))).body.toString()).toBe("167");

  child.kill(signal);

  expect(await ended).toMatchObject({ code: 0, out: `Mock: ${url}\n`, err: "" });
});

test("proxy takes a port of its own and needs a target", async () => {
  const mock = await startMock({ port: 0 });
  const url = await run(["proxy", "--target", mock.url, "--port", "0"]).ready;
  expect((await send(url, saveImage(png))).body.toString()).toBe("167");
  await mock.close();

  const { code, err } = await run(["proxy"]).ended;
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/--target <url>/) });
});

test("the proxy's own --port and --fail stand after its name", async () => {
  const mock = await startMock({ port: 0 });
  const port = await freePort();
  const options = ["--target", mock.url, "--port", String(port), "--fail"];
  const url = await run(["proxy", ...options]).ready;
  const refused = await send(url, { target: "/nowhere" });
  await mock.close();

  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(refused.status).toBe(502);
});

test("an option of the mock before `proxy` is refused", async () => {
  const { code, err } = await run(["--port", "0", "--stateful", "proxy", "--target", "http://x"])
    .ended;

  expect({ code, err }).toEqual({
    code: 1,
    err: expect.stringMatching(/^--port, --stateful before "proxy"/),
  });
});

test.each([
  ["20.20.2", "The mock needs Node >=24.18; this is 20.20.2."],
  ["24.17.9", "The mock needs Node >=24.18; this is 24.17.9."],
  ["24.18.0", undefined],
  ["26.1.0", undefined],
])("on Node %s it says: %s", (version, complaint) => {
  expect(oldNode(version, ">=24.18")).toBe(complaint);
});

test.each([
  ["--latency", "fast", /A latency is 200, 200±100/],
  ["--latency", "3000000000", /a minute at most/],
  ["--fail-rate", "2", /number from 0 to 1/],
  ["--fail", "200", /A fault is reset, truncate, stall/],
  ["--port", "65536", wholeNumber],
  ["--port", "-1", wholeNumber],
  ["--port", "http", wholeNumber],
  ["--port", "80.5", wholeNumber],
])("%s %s is refused and says what would do", async (option, value, message) => {
  const refused = mockCommand(async () => {
    throw new Error("The mock would start.");
  });
  refused.exitOverride().configureOutput({ writeErr: () => {} });

  await expect(refused.parseAsync([`${option}=${value}`], { from: "user" })).rejects.toThrow(
    message,
  );
});

test.each([
  ["--latency", "fast", /A latency is 200, 200±100/],
  ["--seed", "nowhere.json", /The seed nowhere\.json cannot be read/],
])("what is wrong with %s %s is one line, and nothing starts", async (option, value, message) => {
  const { code, out, err } = await run(["--port", "0", option, value]).ended;

  expect([code, out, err]).toEqual([1, "", expect.stringMatching(message)]);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});

test("takes its port from MOCK_PORT", async () => {
  const port = await freePort();

  const { ready } = run([], { MOCK_PORT: String(port) });

  expect(await ready).toBe(`http://127.0.0.1:${port}`);
});

test("a taken port is one line that names the variable", async () => {
  const mock = await startMock({ port: 0 });
  const { port } = new URL(mock.url);

  const { code, out, err } = await run(["--port", port]).ended;
  await mock.close();

  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toBe(`Port ${port} is taken. Set MOCK_PORT (or pass --port) to a free one.\n`);
});

test("a response under way is finished before the mock closes", async () => {
  const mock = await startMock({ port: 0 });
  const { method, target, headers } = saveImage(png, { Expect: "100-continue" });
  const { hostname, port } = new URL(mock.url);
  const upload = request({ method, path: target, headers, hostname, port, agent: false });
  upload.flushHeaders();
  await once(upload, "continue");

  const closed = mock.close();
  upload.end(png);
  const [response] = await once(upload, "response");

  expect(response.statusCode).toBe(200);
  response.resume();
  await closed;
  await expect(send(mock.url, { target: "/__mock/health" })).rejects.toThrow(/ECONNREFUSED/);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

test("`npm run mock` takes a seed from the root, where it is typed", async () => {
  // A file of the root that is no seed: what is said of it shows that it was found.
  const options = ["--port", "0", "--seed", "turbo.json"];
  const { code, err } = await run(options, {}, "../scripts/mock.ts").ended;

  expect(code).toBe(1);
  expect(err).toContain("turbo.json");
  expect(err).not.toContain("ENOENT");
});

test("--allow-host and --cors-origin can be repeated, and reach the server", async () => {
  const names = ["--allow-host", "a.example", "--allow-host", "b.example"];
  const origins = ["--cors-origin", "http://a.example", "--cors-origin", "http://b.example"];
  const url = await run(["--port", "0", ...names, ...origins]).ready;

  for (const host of ["a.example", "b.example"]) {
    const headers = { Host: host, Origin: `http://${host}` };
    expect((await send(url, { target: "/__mock/health", headers })).status).toBe(200);
    const called = await send(url, { target: "/nowhere", headers });
    expect(called.headers["access-control-allow-credentials"]).toBe("true");
  }
});

test("`npm run mock` loads no bundler before a document changes", async () => {
  const { child, ready, ended } = run(["--port", "0"], {}, "support/mock-and-modules.ts");
  await ready;
  // It listens before it watches.
  await eventually(() => child.kill("SIGTERM"));

  const { out } = await ended;
  expect(out).toMatch(/chokidar/);
  expect(out).not.toMatch(/@redocly|spec\/generator\/bundle/);
});

test("--version prints the version of the package", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

  expect(await run(["--version"]).ended).toEqual({ code: 0, out: `${version}\n`, err: "" });
});

test("--host, --base-path, --tls and --lenient-images reach the server", async () => {
  const options = ["--host", "0.0.0.0", "--base-path", "/base", "--lenient-images"];
  const url = await run(["--port", "0", ...options]).ready;
  const sent = saveImage("x");

  expect(url).toMatch(/^http:\/\/0\.0\.0\.0:/);
  const local = url.replace("0.0.0.0", "127.0.0.1");
  expect((await send(local, { ...sent, target: `/base${sent.target}` })).status).toBe(200);
  expect(await run(["--port", "0", "--tls"]).ready).toMatch(/^https:\/\/127\.0\.0\.1:/);
});
