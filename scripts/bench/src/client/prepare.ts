import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "rolldown";
import { benchFolder, repositoryRoot } from "../folders.ts";
import { runPackage } from "../programs.ts";
import { peers } from "./peers/all.ts";

const generated = join(benchFolder, "generated");

/** The file that runs a peer. */
export const runnable = (module: string) => join(generated, "peers", `${module}.js`);

/** Generates the clients of the generators, and makes one file of each peer that Node runs. */
export async function prepare(): Promise<void> {
  rmSync(generated, { recursive: true, force: true });
  mkdirSync(generated);
  for (const api of ["capillary", "superoffice"]) {
    const document = join(repositoryRoot, "packages/spec/dist", `${api}.json`);
    const output = join(generated, "hey-api", api);
    const plugins = ["--client", "@hey-api/client-fetch", "--silent"];
    runPackage("@hey-api/openapi-ts/bin/run.js", ["-i", document, "-o", output, ...plugins]);
  }
  const config = {
    capillary: {
      input: join(repositoryRoot, "packages/spec/dist/capillary.json"),
      output: { target: join(generated, "orval/capillary.ts"), client: "axios-functions" },
    },
  };
  const configFile = join(generated, "orval.config.mjs");
  writeFileSync(configFile, `export default ${JSON.stringify(config)};\n`);
  runPackage("orval/dist/bin/orval.mjs", ["--config", configFile]);
  for (const { module } of peers) {
    await build({
      input: join(benchFolder, "src/client/peers", `${module}.ts`),
      platform: "node",
      external: ["axios", "ky"],
      logLevel: "silent",
      output: { file: runnable(module), codeSplitting: false },
    });
  }
}
