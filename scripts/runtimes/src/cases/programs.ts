import { join } from "node:path";
import { run } from "../programs.ts";
import type { Case } from "./case.ts";

/** The runtimes that run the probe as it is. */
export function programs(folder: string, image: string): Case[] {
  const probe = join(folder, "src/probe.mjs");
  const modules = (path: string) => join(folder, "node_modules", path);
  const commands: Record<string, [program: string, ...args: string[]]> = {
    "Node 24": [process.execPath, probe],
    "Node 22": [modules("node-22/bin/node"), probe],
    Bun: [modules("bun/bin/bun.exe"), probe],
    Deno: [
      process.execPath,
      modules("deno/bin.cjs"),
      "run",
      "--allow-all",
      "--node-modules-dir=manual",
      probe,
    ],
  };
  return Object.entries(commands).map(([name, [program, ...args]]) => ({
    name,
    run: ({ url }) => run([program, ...args, url, image], folder),
  }));
}
