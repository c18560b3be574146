import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { startMock } from "@image-apis/mock";
import { fixture } from "@image-apis/spec";
import { afterEach, expect, it } from "vitest";
import { parse } from "yaml";
import { publicPackages } from "../src/release/pack.ts";
import { repositoryRoot } from "../src/repository.ts";
import { type InstalledExample, installExample } from "./support/installed-example.ts";

let example: InstalledExample | undefined;
afterEach(() => {
  example?.remove();
  example = undefined;
});

/** Runs a program to its end. */
async function run(folder: string, program: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const code = new Promise<number | null>((done) => child.on("close", done));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}

it("the example in Node stores an image, and says what is wrong with one that is none", async () => {
  example = installExample("node-upload");
  const mock = await startMock({ port: 0, stateful: true });
  try {
    const upload = (path: string) =>
      run(example?.folder ?? "", process.execPath, ["upload.mjs", path, mock.url]);
    writeFileSync(join(example.folder, "front.png"), fixture("front.png").bytes);
    const stored = await upload("front.png");
    expect(stored).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Stored as \d+: \d+ bytes of image\/png\n$/),
      stderr: "",
    });
    const refused = await upload(join(repositoryRoot, "LICENSE"));
    expect([refused.code, refused.stdout]).toEqual([1, ""]);
    expect(refused.stderr).not.toBe("");
    expect((await run(example.folder, process.execPath, ["upload.mjs"])).code).toBe(2);
  } finally {
    await mock.close();
  }
});

it("the example with MSW passes its tests", async () => {
  example = installExample("msw-tests");
  const { code, stdout } = await run(example.folder, process.execPath, [
    "--test",
    "--test-reporter=tap",
  ]);
  expect(stdout).toContain("# pass 2");
  expect(code).toBe(0);
});

it("the steps of the action for conformance check a server, and write a report", async () => {
  example = installExample(undefined, ["@image-apis/conformance"]);
  const mock = await startMock({ port: 0, stateful: true });
  try {
    const { runs, inputs } = parse(
      readFileSync(join(repositoryRoot, ".github/actions/conformance/action.yml"), "utf8"),
    ) as {
      runs: { steps: { name: string; run: string }[] };
      inputs: Record<string, { default?: string }>;
    };
    const step = runs.steps.find(({ name }) => name === "Check the server");
    // npm links the program; the packed files are only unpacked here.
    const command = '"$NODE" "$RUNNER_TEMP/node_modules/@image-apis/conformance/dist/cli.js"';
    const script = (step?.run ?? "").replace(
      /"\$RUNNER_TEMP\/.*?\.bin\/image-apis-conformance"/,
      command,
    );
    const check = (target: string) =>
      run(example?.folder ?? "", "bash", ["-e", "-o", "pipefail", "-c", script], {
        NODE: process.execPath,
        RUNNER_TEMP: example?.folder ?? "",
        TARGET: target,
        API: "superoffice",
        ALLOW_WRITES: "true",
        ARGUMENTS: "--only\ngetPersonImageInfo\n",
        REPORT: inputs.report?.default ?? "",
        FORMAT: inputs.format?.default ?? "",
      });
    const seen = await check(mock.url);
    expect([seen.code, seen.stderr]).toEqual([0, ""]);
    expect(readFileSync(join(example.folder, "conformance.xml"), "utf8")).toContain("<testsuite");
    expect((await check("http://127.0.0.1:1")).code).not.toBe(0);
  } finally {
    await mock.close();
  }
});

it("every example names packages that are published, at their version", () => {
  const published = new Map(
    publicPackages().map(({ name, folder }) => {
      const file = join(repositoryRoot, folder, "package.json");
      return [name, (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version];
    }),
  );
  const root = join(repositoryRoot, "scripts/examples");
  for (const name of ["node-upload", "vite-page", "msw-tests"]) {
    expect(readdirSync(root)).toContain(name);
    const { dependencies } = JSON.parse(readFileSync(join(root, name, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    for (const [needed, range] of Object.entries(dependencies)) {
      expect(range).toBe(`^${published.get(needed)}`);
    }
  }
});
