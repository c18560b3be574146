import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { loadDocument, operations } from "@image-apis/spec";
import { expect, it } from "vitest";
import { repositoryRoot } from "../src/repository.ts";

const script = (name: string) => fileURLToPath(new URL(`../src/${name}`, import.meta.url));

it("docs and mock are served, the printed curl line uploads an image, and Ctrl+C ends both", async () => {
  const program = `import { serve } from ${JSON.stringify(script("serve.ts"))}; await serve({ docs: 0, mock: 0 });`;
  const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", program], {
    cwd: fileURLToPath(new URL("../", import.meta.url)),
  });
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  let output = "";
  child.stderr.on("data", (chunk) => (output += chunk));
  await new Promise<void>((done, failed) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.includes("Ctrl+C")) done();
    });
    child.once("exit", () => failed(new Error(output)));
  });

  const docs = /docs {2}(\S+)/.exec(output)?.[1] ?? "";
  expect(await (await fetch(docs)).text()).toContain("<html");
  const { url, headers, form } = readCurlLine(output);
  const answer = await fetch(url, { method: "POST", headers, body: form });
  const documented = operations(loadDocument("capillary"))[0]?.responses["200"]?.content;
  const [example] = Object.values(documented?.["application/json"]?.examples ?? {});
  expect(await answer.json()).toEqual(example?.value);

  child.kill("SIGINT");
  expect(await ended).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});

it("a taken port is one line that names the variable, before anything is built", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address() as { port: number };
  const child = spawn(process.execPath, [script("start.ts")], {
    env: { ...process.env, DOCS_PORT: String(port) },
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const code = await new Promise((done) => child.once("exit", done));
  await new Promise((done) => server.close(done));
  expect(output).toBe(`Port ${port} is taken: set DOCS_PORT to another one.\n`);
  expect(code).toBe(1);
});

/** Takes the printed line apart as a shell would: credentials, form files, address. */
function readCurlLine(output: string) {
  const line = output.split("\n").find((it) => it.trimStart().startsWith("curl ")) ?? "";
  const words = [...line.matchAll(/--(\S+) "([^"]*)"/g)];
  const headers: Record<string, string> = {};
  const form = new FormData();
  let url = "";
  for (const [, option, value = ""] of words) {
    if (option === "fail-with-body") url = value;
    else if (option === "user") headers.Authorization = `Basic ${btoa(value)}`;
    else if (option === "form") {
      const [, name = "", path = "", type = ""] = /^(.*)=@(.*);type=(.*)$/.exec(value) ?? [];
      form.append(name, new Blob([readFileSync(repositoryRoot + path)], { type }), path);
    }
  }
  return { url, headers, form };
}
