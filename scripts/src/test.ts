/** `npm test`: lints, builds, type-checks and tests everything, then adds up the packages' reports. */
import { repositoryRoot, workspacePackages } from "./repository.ts";
import { readReports, removeReports, summarize } from "./test-reports.ts";
import { turbo } from "./turbo.ts";

const packages = workspacePackages(repositoryRoot);
removeReports(repositoryRoot, packages);
const exitCode = await turbo(
  "run lint lint:code build typecheck test test:browser",
  "--concurrency=150% --continue=always --output-logs=new-only --log-order=grouped",
);
const { text, failed } = summarize(readReports(repositoryRoot, packages), exitCode !== 0);
console.log(text);
process.exitCode = failed === 0 ? 0 : 1;
