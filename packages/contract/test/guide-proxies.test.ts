import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "selfsigned";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { guideBlocks } from "./guide-blocks.ts";

/** The address of the documents' tenants. */
const vendor = "online.superoffice.com";
const blocks = guideBlocks().filter(({ guide }) => guide === "proxies-and-certificates");
const commands = blocks.filter(({ language }) => language === "shell");
const programs = blocks.filter(({ language }) => language === "typescript");

let folder: string;
let target: Server;
let proxy: Server;
/** What the proxy was asked to connect to. */
const connected: string[] = [];
/** What the target was asked for. */
const asked: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "guide-proxies-"));
  const { cert, private: key } = await generate([{ name: "commonName", value: "Company" }], {
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true },
      {
        name: "subjectAltName",
        altNames: [vendor, "localhost"].map((value) => ({ type: 2, value })),
      },
    ],
  });
  writeFileSync(join(folder, "company-ca.pem"), cert);
  symlinkSync(
    fileURLToPath(new URL("../node_modules", import.meta.url)),
    join(folder, "node_modules"),
    "junction",
  );
  // What the commands start: the program of the guide that has no dispatcher of its own.
  const [first] = programs;
  writeFileSync(join(folder, "upload.mjs"), withoutDispatcher(first?.text ?? ""));
  target = createTlsServer({ cert, key }, (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "Content-Type": "application/json" }).end("{}");
  });
  proxy = createHttpServer((_, response) => response.writeHead(405).end());
  proxy.on("connect", ({ url = "" }, client) => {
    connected.push(url);
    const upstream = connect(portOf(target), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) socket.on("error", () => socket.destroy());
  });
  for (const server of [target, proxy]) {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  }
});

afterAll(async () => {
  for (const server of [target, proxy]) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  connected.length = 0;
  asked.length = 0;
});

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** A text of the guide with this test's proxy in place of the reader's. */
const here = (text: string) => text.replaceAll("proxy.example:3128", `127.0.0.1:${portOf(proxy)}`);

const withoutDispatcher = (text: string) =>
  text.replace(/^import .* from "undici";\n/m, "").replace(/^ *fetchOptions: .*\n/m, "");

/** Runs a command in a shell, or a program, with nothing of this machine's own proxies. */
async function run(file: string, args: string[], env: Record<string, string> = {}) {
  const clean = Object.entries(process.env).filter(([name]) => !/proxy|^NODE_/i.test(name));
  return new Promise<{ code: unknown; output: string }>((resolve) => {
    const options = { cwd: folder, env: { ...Object.fromEntries(clean), ...env } };
    execFile(file, args, options, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, output: stdout + stderr }),
    );
  });
}

const trusted = () => ({ NODE_EXTRA_CA_CERTS: join(folder, "company-ca.pem") });
const answered = ["GET /Cust12345/api/v1/Person/123/ImageInfo"];

it("the guide has two commands and two programs, and each is run here", () => {
  expect([commands.length, programs.length]).toEqual([2, 2]);
});

describe("the commands", () => {
  it("send everything through the proxy", async () => {
    const { code, output } = await run("sh", ["-c", here(commands[0]?.text ?? "")], trusted());

    expect({ code, output }).toEqual({ code: 0, output: expect.any(String) });
    expect(connected).toEqual([`${vendor}:443`]);
    expect(asked).toEqual(answered);
  });

  it("trust the company's authority, without which nothing is sent", async () => {
    const proxied = { NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: here("http://proxy.example:3128") };
    const text = commands[1]?.text ?? "";
    const { code, output } = await run("sh", ["-c", text], proxied);

    expect({ code, output }).toEqual({ code: 0, output: expect.any(String) });
    expect(asked).toEqual(answered);

    asked.length = 0;
    const refused = await run("node", ["upload.mjs"], proxied);

    expect(refused.code).toBe(1);
    expect(refused.output).toContain("self-signed certificate");
    expect(refused.output).toContain("unsent: true");
    expect(asked).toEqual([]);
  });
});

describe("the programs", () => {
  const program = (text: string) => {
    const file = join(folder, "program.mjs");
    writeFileSync(file, here(text));
    return file;
  };

  it("send through the proxy of one client", async () => {
    const file = program(programs[0]?.text ?? "");
    const { code, output } = await run("node", [file], trusted());

    expect({ code, output }).toEqual({ code: 0, output: "" });
    expect(connected).toEqual([`${vendor}:443`]);
    expect(asked).toEqual(answered);
  });

  it("connect by an agent that trusts the company's authority", async () => {
    const address = `baseUrl: "https://localhost:${portOf(target)}/Cust12345"`;
    const text = (programs[1]?.text ?? "").replace('tenant: "Cust12345"', address);
    const { code, output } = await run("node", [program(text)]);

    expect({ code, output }).toEqual({ code: 0, output: "" });
    expect(asked).toEqual(answered);
  });
});
