import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Consumer, installPacked } from "./packed.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

let consumer: Consumer;
beforeAll(() => {
  consumer = installPacked();
});
afterAll(() => consumer?.remove());

/** Runs a program of a dependency with this Node; its output is the error where it fails. */
async function run(program: string, args: string[], cwd: string): Promise<string> {
  try {
    const command = [join(root, "node_modules", program), ...args];
    return (await promisify(execFile)(process.execPath, command, { cwd })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} ${args.join(" ")}\n${stdout}${stderr}`, { cause: error });
  }
}

describe("a project that installed the packed package", () => {
  // One after the other: every compiler wants the whole machine.
  test.each([
    ["5.4", "typescript-5.4"],
    ["5.9", "typescript"],
    ["6.0", "typescript-6.0"],
    ["7.0", "typescript-7.0"],
  ])("compiles with TypeScript %s and runs", async (version, folder) => {
    const tsc = `${folder}/bin/tsc`;
    expect(await run(tsc, ["--version"], consumer.folder)).toContain(`Version ${version}.`);
    const outDir = `out-${version}`;
    // Without skipLibCheck: the package's own declarations are checked too.
    const compilerOptions = {
      module: "nodenext",
      target: "es2022",
      lib: ["es2020", "dom", "dom.iterable"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipDefaultLibCheck: true,
      outDir,
    };
    const project = { compilerOptions, files: ["use.ts"] };
    writeFileSync(join(consumer.folder, "tsconfig.json"), JSON.stringify(project));
    await run(tsc, ["--project", "tsconfig.json"], consumer.folder);
    const { stdout } = await promisify(execFile)(process.execPath, [`${outDir}/use.js`], {
      cwd: consumer.folder,
    });
    expect(stdout).toBe("used\n");
  });

  test.each([
    ["5.4", "typescript-5.4"],
    ["5.9", "typescript"],
    ["6.0", "typescript-6.0"],
    ["7.0", "typescript-7.0"],
  ])("compiles as CommonJS with TypeScript %s and runs", async (version, folder) => {
    const outDir = `cjs-${version}`;
    const compilerOptions = {
      module: "node16",
      target: "es2022",
      lib: ["es2020", "dom", "dom.iterable"],
      types: [],
      strict: true,
      outDir,
    };
    // What Node gives a CommonJS module; its types are not installed here.
    const globals = "declare const __filename: string;\n";
    writeFileSync(join(consumer.folder, "globals.d.ts"), globals);
    const project = { compilerOptions, files: ["use.cts", "globals.d.ts"] };
    writeFileSync(join(consumer.folder, "tsconfig.json"), JSON.stringify(project));
    await run(`${folder}/bin/tsc`, ["--project", "tsconfig.json"], consumer.folder);
    const { stdout } = await promisify(execFile)(process.execPath, [`${outDir}/use.cjs`], {
      cwd: consumer.folder,
    });
    expect(stdout).toBe("used\n");
  });

  test("has one copy of every class, whether it requires or imports the package", async () => {
    const script = `
      const { ApiError } = require("@image-apis/client/capillary");
      import("@image-apis/client").then((it) => console.log(it.ApiError === ApiError));
    `;
    const running = promisify(execFile)(
      process.execPath,
      ["--input-type=commonjs", "--eval", script],
      { cwd: consumer.folder },
    );
    expect((await running).stdout).toBe("true\n");
  });

  test("is told what /msw needs when msw is not there", async () => {
    const script = `await import("@image-apis/client/msw")`;
    const running = promisify(execFile)(
      process.execPath,
      ["--input-type=module", "--eval", script],
      { cwd: consumer.folder },
    );
    await expect(running).rejects.toThrow("Cannot find package 'msw'");
  });
});

describe("the packed package", () => {
  test("needs released versions, of two packages", () => {
    const manifest = JSON.parse(readFileSync(join(consumer.installed, "package.json"), "utf8"));
    expect(Object.keys(manifest.dependencies).sort()).toEqual([
      "@image-apis/types",
      "openapi-fetch",
    ]);
    for (const version of Object.values(manifest.dependencies)) {
      expect(version).toMatch(/^\^?\d+\.\d+\.\d+$/);
    }
  });

  test("is taken by publint without a remark", async () => {
    const { messages, pkg } = await publint({ pkgDir: consumer.installed, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("has types that every resolution of ES modules and CommonJS finds", async () => {
    const attw = "@arethetypeswrong/cli/dist/index.js";
    await run(attw, [consumer.tarball, "--profile", "node16", "--quiet"], consumer.folder);
  });

  test("imports nothing of Node outside /node", () => {
    const dist = join(consumer.installed, "dist");
    const files = readdirSync(dist, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.endsWith(".js") && !/^(?:cjs\/)?node\//.test(file));
    expect(files.length).toBeGreaterThan(20);
    const guilty = files.filter((file) =>
      /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["'`]node:/.test(
        readFileSync(join(dist, file), "utf8"),
      ),
    );
    expect(guilty).toEqual([]);
  });
});
