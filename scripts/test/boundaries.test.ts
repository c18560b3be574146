import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "../src/repository.ts";
import { withoutTelemetry } from "../src/turbo.ts";

function turbo(...args: string[]) {
  const program = join(repositoryRoot, "node_modules/turbo/bin/turbo");
  return spawnSync(process.execPath, [program, ...args], {
    cwd: repositoryRoot,
    encoding: "utf8",
    env: { ...process.env, ...withoutTelemetry, NO_COLOR: "1" },
    maxBuffer: 64 * 1024 ** 2,
  });
}

it("turbo finds no import that leaves a package or is not declared", () => {
  const { status, stdout, stderr } = turbo("boundaries");
  expect(`${stdout}${stderr}`).toMatch(/Checked \d{4} files in \d+ packages, no issues found/);
  expect(status).toBe(0);
});

it("one bump does not run every task again: turbo reads the lock file by package", () => {
  const { stdout } = turbo("run", "build", "--dry=json");
  const { globalCacheInputs } = JSON.parse(stdout) as {
    globalCacheInputs: { files: Record<string, string> };
  };
  expect(Object.keys(globalCacheInputs.files)).toContain("tsconfig.base.json");
  expect(Object.keys(globalCacheInputs.files)).not.toContain("pnpm-lock.yaml");
});

it("what more than one package needs is in the catalog", () => {
  const { stdout } = spawnSync("git", ["ls-files", "--", "package.json", "*/package.json"], {
    cwd: repositoryRoot,
    encoding: "utf8",
  });
  const users = new Map<string, string[]>();
  for (const file of stdout.trim().split("\n")) {
    if (!/^((packages|apps)\/[^/]+\/|scripts\/)?package\.json$/.test(file)) continue;
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(repositoryRoot, file), "utf8"),
    ) as Record<string, Record<string, string> | undefined>;
    for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (/^(catalog|workspace):/.test(range)) continue;
      users.set(name, [...(users.get(name) ?? []), file]);
    }
  }
  expect([...users].filter(([, files]) => files.length > 1)).toEqual([]);
});
