import { spawnSync } from "node:child_process";
import { join, posix } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "../src/repository.ts";
import { withoutTelemetry } from "../src/turbo.ts";

const turbo = join(repositoryRoot, "node_modules/turbo/bin/turbo");

interface DryRun {
  tasks: { taskId: string; directory: string; inputs: Record<string, string> }[];
}

it("no task depends on what a run leaves behind, or the next run would do it again", () => {
  const tasks = "build lint lint:code typecheck test test:browser".split(" ");
  const planned = run(process.execPath, [turbo, "run", ...tasks, "--dry=json"]);
  const dryRun: DryRun = JSON.parse(planned);
  const inputs = dryRun.tasks.flatMap(({ directory, inputs }) =>
    Object.keys(inputs).map((file) => posix.join(directory, file)),
  );
  expect(inputs).toContain("spec/capillary/openapi.yaml");
  const lines = [...new Set(inputs)].join("\n");
  expect(run("git", ["check-ignore", "--no-index", "--stdin"], lines)).toBe("");
});

function run(program: string, args: string[], input = ""): string {
  return spawnSync(program, args, {
    cwd: repositoryRoot,
    encoding: "utf8",
    env: { ...process.env, ...withoutTelemetry },
    input,
    maxBuffer: 64 * 1024 ** 2,
  }).stdout;
}
