import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "../src/repository.ts";

const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

it.each(["mock", "mock:stock", "server", "docs", "contract"])(
  "npm run %s starts the script of its package, without turbo before it",
  (name) => {
    const command = scripts[name] ?? "";
    const [, folder = "", script = ""] =
      /^node scripts\/src\/run-built\.ts (\S+) (\S+)$/.exec(command) ?? [];
    const own = JSON.parse(readFileSync(join(repositoryRoot, folder, "package.json"), "utf8"));
    expect(own.scripts[name]).toBe(`node ${script}`);
    expect(existsSync(join(repositoryRoot, folder, script))).toBe(true);
  },
);

it("a script gets its arguments and ends with its own exit code", () => {
  const module = JSON.stringify(join(repositoryRoot, "scripts/src/run-here.ts"));
  const program = `
    import { runHere } from ${module};
    await runHere("packages/contract", "scripts/command.ts", ["lost"]);
  `;
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module-typescript", "-e", program],
    { encoding: "utf8" },
  );
  expect(stderr).toContain('There is no command "lost".');
  expect(status).toBe(2);
});
