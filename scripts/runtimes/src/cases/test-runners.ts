import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../programs.ts";
import type { Case } from "./case.ts";

/** Test runners, as they are set up by default, and the browsers that they imitate. */
export function testRunners(folder: string, image: string): Case[] {
  const jest = (project: string, ...flags: string[]) => [
    process.execPath,
    ...flags,
    join(folder, "node_modules/jest/bin/jest.js"),
    "--rootDir",
    join(folder, "projects", project),
    "--no-cache",
  ];
  const vitest = (environment: string) => [
    process.execPath,
    join(folder, "node_modules/vitest/vitest.mjs"),
    "run",
    "--root",
    join(folder, "projects/vitest"),
    "--environment",
    environment,
  ];
  const commands: Record<string, string[]> = {
    "jest, CommonJS": jest("jest"),
    "jest, jsdom that borrows what it lacks from Node": [
      ...jest("jest"),
      "--env",
      join(folder, "projects/jest/jsdom-with-fetch.cjs"),
    ],
    "jest, CommonJS with /msw": jest("jest-msw", "--experimental-vm-modules"),
    "jest, ES modules": jest("jest-esm", "--experimental-vm-modules"),
    "vitest, node": vitest("node"),
    "vitest, jsdom": vitest("jsdom"),
    "vitest, happy-dom": vitest("happy-dom"),
  };
  return Object.entries(commands).map(([name, [program = "", ...args]]) => ({
    name,
    isChunked: name.includes("happy-dom"),
    async run({ url }) {
      const results = mkdtempSync(join(tmpdir(), "image-apis-runtimes-"));
      try {
        const RESULT = join(results, "result.json");
        const env = { SERVER: url, IMAGE: image, RESULT, VITEST: "", NODE_ENV: "test" };
        await run([program, ...args], folder, env);
        return readFileSync(RESULT, "utf8");
      } finally {
        rmSync(results, { recursive: true, force: true });
      }
    },
  }));
}
