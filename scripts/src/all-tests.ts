import { ownTemporaryFolder } from "./own-temporary-folder.ts";
import { workspacePackages } from "./repository.ts";
import { leftBehind, readReports, removeReports, summarize } from "./test-reports.ts";

/**
 * Runs the tasks of every package with a temporary folder of their own, adds up the packages' reports, and counts as
 * one failure whatever the tasks left in that folder. The folder is gone afterwards.
 *
 * @param run Runs the tasks in the environment it gets and resolves to their exit code.
 */
export async function testAll(
  root: string,
  run: (env: NodeJS.ProcessEnv) => Promise<number>,
): Promise<{ text: string; failed: number }> {
  const packages = workspacePackages(root);
  removeReports(root, packages);
  const temporary = ownTemporaryFolder();
  try {
    const exitCode = await run({ ...process.env, ...temporary.env });
    const results = [...readReports(root, packages), ...leftBehind(temporary.leftovers())];
    return summarize(results, exitCode !== 0);
  } finally {
    temporary.remove();
  }
}
