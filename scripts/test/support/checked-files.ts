import { execFile, execFileSync } from "node:child_process";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { repositoryRoot, workspacePackages } from "../../src/repository.ts";

const run = promisify(execFile);

/** The TypeScript files of the repository that no `typecheck` task reads, from the root and with `/`. */
export async function uncheckedFiles(): Promise<string[]> {
  const commands = workspacePackages(repositoryRoot).flatMap(({ folder, scripts }) =>
    (scripts.typecheck?.split("&&") ?? []).map((command) => ({ folder, command })),
  );
  const checked = new Set<string>();
  for (const { folder, command } of commands) {
    // A package may check with a compiler of its own; which files it reads is the same.
    const project = / -p (\S+)/.exec(command)?.[1] ?? ".";
    for (const file of await filesOf(join(repositoryRoot, folder, project))) checked.add(file);
  }
  return execFileSync("git", ["ls-files", "-z", "*.ts"], { cwd: repositoryRoot, encoding: "utf8" })
    .split("\0")
    .filter((file) => file !== "" && !checked.has(file));
}

async function filesOf(project: string): Promise<string[]> {
  const tsc = join(repositoryRoot, "node_modules/typescript/bin/tsc");
  const args = [tsc, "--noEmit", "--listFilesOnly", "-p", project];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 64 * 1024 ** 2 });
  return stdout.split(/\r?\n/).map((file) => relative(repositoryRoot, file).replaceAll("\\", "/"));
}
