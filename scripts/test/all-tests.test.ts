import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testAll } from "../src/all-tests.ts";

/** A repository with one package, whose tests are the program that a test gives. */
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "all-tests-"));
  mkdirSync(join(root, "one"));
  writeFileSync(join(root, "pnpm-workspace.yaml"), "packages: [one]\n");
  writeFileSync(join(root, "one/package.json"), '{"name": "one", "scripts": {"test": "any"}}');
});
afterEach(() => rmSync(root, { recursive: true }));

/** What a suite begins with: its report, and the folder for its temporary files. */
const prelude = `
  const fs = require("node:fs");
  const folder = require("node:os").tmpdir();
  const report = { numPassedTests: 2, numFailedTests: 0, testResults: [] };
  fs.mkdirSync("one/reports");
  fs.writeFileSync("one/reports/vitest.json", JSON.stringify(report));
`;

async function suite(program: string, env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, ["-e", prelude + program], { cwd: root, env });
  const [exitCode] = await once(child, "exit");
  return exitCode;
}

describe("npm test", () => {
  it("passes when the suites leave nothing in the temporary folder", async () => {
    const program = `fs.rmSync(fs.mkdtempSync(folder + "/x-"), { recursive: true });`;
    const { text, failed } = await testAll(root, (env) => suite(program, env));
    expect(text).toMatch(/\n2 passed, 0 failed$/);
    expect(failed).toBe(0);
  });

  it.each([
    ["a folder", `fs.mkdirSync(folder + "/profile-1/cache", { recursive: true });`, "profile-1"],
    ["a hidden file", `fs.writeFileSync(folder + "/.lock", "");`, ".lock"],
    [
      "several things",
      `for (const name of ["b", "a"]) fs.writeFileSync(folder + "/" + name, "");`,
      "a, b",
    ],
  ])("fails when the suites leave %s, names it and removes it", async (_what, program, names) => {
    let temporary = "";
    const { text, failed } = await testAll(root, (env) => {
      temporary = env.TMPDIR ?? "";
      return suite(program, env);
    });
    expect(text).toContain(`fault: temporary folder still holds ${names}`);
    expect(text).toMatch(/\n2 passed, 1 failed$/);
    expect(failed).toBe(1);
    expect(temporary).not.toBe(tmpdir());
    expect(existsSync(temporary)).toBe(false);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("leaves nothing after %s", async (signal) => {
    const module = pathToFileURL(join(import.meta.dirname, "../src/own-temporary-folder.ts")).href;
    const program = `
      import { writeFileSync } from "node:fs";
      import { ownTemporaryFolder } from ${JSON.stringify(module)};
      const { env } = ownTemporaryFolder();
      writeFileSync(env.TMPDIR + "/left", "");
      process.on("SIGINT", () => process.exit());
      console.log(env.TMPDIR);
      setInterval(() => {}, 1000);
    `;
    const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", program]);
    const [folder] = (await once(createInterface(child.stdout), "line")) as [string];
    expect(existsSync(join(folder, "left"))).toBe(true);
    child.kill(signal);
    await once(child, "exit");
    expect(existsSync(folder)).toBe(false);
  });
});
