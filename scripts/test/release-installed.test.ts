import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { npm } from "../src/release/npm.ts";
import { packOne } from "../src/release/pack.ts";

const program = fileURLToPath(new URL("../src/release/install-and-start.mjs", import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "packed-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const installAndStart = (tarballs: string) =>
  spawnSync(process.execPath, [program, tarballs], { encoding: "utf8" });

it("a packed package installs outside the repository, and each of its entries starts", () => {
  packOne("packages/ruleset", folder);
  const { status, stdout } = installAndStart(folder);
  expect(stdout).toContain(`@image-apis/ruleset: {"node":"${process.version}","started":5}`);
  expect(status).toBe(0);
});

it("one that does not start, or is not there, fails; one that is for another Node is left out", () => {
  const pack = (name: string, node: string, text: string) => {
    const manifest = {
      name,
      version: "1.0.0",
      type: "module",
      engines: { node },
      exports: "./a.js",
    };
    const own = mkdtempSync(join(tmpdir(), "own-"));
    writeFileSync(
      join(own, "package.json"),
      JSON.stringify({ ...manifest, exports: { ".": "./a.js" } }),
    );
    writeFileSync(join(own, "a.js"), text);
    npm(own, ["pack", "--pack-destination", folder]);
    rmSync(own, { recursive: true });
  };
  expect(installAndStart(folder).status).toBe(1);
  pack("from-the-future", ">=99", "throw new Error();");
  expect(installAndStart(folder)).toMatchObject({
    status: 0,
    stdout: "from-the-future: needs Node >=99\n",
  });
  pack("broken", ">=22.12", "throw new Error();");
  const { status, stderr } = installAndStart(folder);
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining(`broken: does not start on Node ${process.version}`),
  ]);
});
