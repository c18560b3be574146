import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { apiNames, fixture, loadDocument, operations, responseExamples } from "@image-apis/spec";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "reports/readme");
const readme = readFileSync(join(root, "README.md"), "utf8");
const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""], index) => ({
  file: join(folder, `example-${index + 1}.ts`),
  code,
  line: readme.slice(0, readme.indexOf(code)).split("\n").length,
}));

/** The documented answer to a request: the first example of the operation's success. */
function documentedAnswer(
  method: string,
  path: string,
): { type: string; body: string | Uint8Array } {
  for (const operation of apiNames().flatMap((api) => operations(loadDocument(api)))) {
    const pattern = operation.path.replace(/\{\w+\}/g, "[^/]+");
    const isIt = new RegExp(`(?:^|/)${pattern.slice(1)}$`).test(path);
    if (operation.method.toUpperCase() !== method || !isIt) continue;
    const found = responseExamples(operation).find(({ status }) => String(status).startsWith("2"));
    if (found?.mediaType?.startsWith("image/")) break;
    if (found !== undefined) {
      return { type: "application/json", body: JSON.stringify(found.example.value) };
    }
  }
  return { type: "image/png", body: fixture("front.png").bytes };
}

const requests: string[] = [];
const server = createServer((request, response) => {
  const { method = "", url = "" } = request;
  requests.push(`${method} ${url}`);
  const { pathname } = new URL(url, "http://localhost");
  const { type, body } = documentedAnswer(method, pathname);
  request.resume().on("end", () => response.writeHead(200, { "Content-Type": type }).end(body));
});
const disk = mkdtempSync(join(tmpdir(), "image-apis-readme-"));

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  for (const { file, code } of blocks) writeFileSync(file, code);
  const files = { "front.png": "front.png", "side.png": "side.png", "thumbnail.png": "tiny.png" };
  for (const [name, source] of Object.entries(files)) {
    writeFileSync(join(disk, name), fixture(source).bytes);
  }
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});

afterAll(async () => {
  rmSync(disk, { recursive: true, force: true });
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

test("every example of the README compiles", () => {
  const program = ts.createProgram(
    blocks.map(({ file }) => file),
    {
      target: ts.ScriptTarget.ES2023,
      lib: ["lib.es2024.d.ts"],
      module: ts.ModuleKind.NodeNext,
      strict: true,
      noUnusedLocals: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      // The declarations of msw want those of browsers.
      skipLibCheck: true,
      types: ["node"],
    },
  );
  const problems = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  expect(blocks.length).toBeGreaterThan(7);
  expect(problems).toEqual([]);
});

test.each(blocks)("the example in line $line of the README runs", async ({ file, code }) => {
  requests.length = 0;
  const { port } = server.address() as AddressInfo;
  const network = join(root, "test/readme-network.ts");
  const { stderr } = await promisify(execFile)(process.execPath, ["--import", network, file], {
    cwd: disk,
    env: { ...process.env, README_SERVER: `http://127.0.0.1:${port}` },
  });
  expect(stderr).toBe("");
  // What msw answers never gets to a network.
  if (!code.includes('"msw/node"')) expect(requests).not.toEqual([]);
});
