import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How each generator is called: its program, and the arguments that write into a folder. */
const generators: Record<string, (document: string, output: string) => string[]> = {
  "hey-api": (document, output) => [
    "@hey-api/openapi-ts/bin/run.js",
    // It empties the folder that it writes into.
    ...[
      "-i",
      document,
      "-o",
      join(output, "made"),
      "--client",
      "@hey-api/client-fetch",
      "--silent",
    ],
  ],
  orval: (document, output) => {
    const config = join(output, "orval.config.mjs");
    const api = { input: document, output: { target: join(output, "api.ts"), client: "axios" } };
    writeFileSync(config, `export default ${JSON.stringify({ api })};\n`);
    return ["orval/dist/bin/orval.mjs", "--config", config];
  },
  "openapi-typescript": (document, output) => [
    "openapi-typescript/bin/cli.js",
    ...[document, "-o", join(output, "types.ts")],
  ],
};

/** What is wrong with what each generator writes, by its name. */
export function* generatorFaults(
  api: string,
  document: string,
  folder: string,
  output: string,
): Generator<[generator: string, faults: string[]]> {
  for (const [name, argumentsFor] of Object.entries(generators)) {
    const own = join(output, api, name);
    mkdirSync(own, { recursive: true });
    symlinkSync(join(folder, "node_modules"), join(own, "node_modules"), "junction");
    const [program = "", ...args] = argumentsFor(document, own);
    const made = run(join(folder, "node_modules", program), args, own);
    yield [name, made.length > 0 ? made : compiled(folder, own)];
  }
}

function compiled(folder: string, own: string): string[] {
  const options = {
    compilerOptions: {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      lib: ["es2022", "dom", "dom.iterable"],
      types: ["node"],
    },
    include: ["**/*.ts"],
    exclude: ["node_modules"],
  };
  writeFileSync(join(own, "tsconfig.json"), JSON.stringify(options));
  return run(join(folder, "node_modules/typescript/bin/tsc"), ["-p", own], own);
}

/** What a program says when it fails. */
function run(program: string, args: string[], cwd: string): string[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, DO_NOT_TRACK: "1", NO_COLOR: "1" },
  });
  return status === 0 ? [] : (stdout + stderr).trim().split("\n").slice(0, 12);
}
