import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

export const folder = fileURLToPath(new URL("./", import.meta.url));

/** Generates the clients of the generators, and makes one file of each peer that Node runs. */
export async function prepare(peers: readonly string[]): Promise<void> {
  const document = fileURLToPath(import.meta.resolve("@image-apis/spec/bundles/capillary.json"));
  rmSync(`${folder}generated`, { recursive: true, force: true });
  run("@hey-api/openapi-ts/bin/run.js", ["-i", document, "-o", "generated/hey-api", "--silent"]);
  const orval = ["--input", document, "--output", "generated/orval.ts"];
  run("orval/dist/bin/orval.mjs", [...orval, "--client", "axios-functions"]);
  await build({
    cwd: folder,
    input: Object.fromEntries(peers.map((name) => [name, `peers/${name}.ts`])),
    platform: "node",
    external: /^[@a-z]/,
    logLevel: "silent",
    output: { dir: "generated/peers" },
  });
}

/** Runs a program installed here; its output is part of the error where it fails. */
export function run(program: string, args: readonly string[]): string {
  const path = `${folder}node_modules/${program}`;
  return execFileSync(process.execPath, [path, ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: "pipe",
  });
}
