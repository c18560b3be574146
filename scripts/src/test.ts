/** `npm test`: lints, builds, type-checks and tests everything, then adds up the packages' reports. */
import { testAll } from "./all-tests.ts";
import { repositoryRoot } from "./repository.ts";
import { turboIn } from "./turbo.ts";

const { text, failed } = await testAll(repositoryRoot, (env) =>
  turboIn(
    env,
    "run lint lint:code build typecheck test test:browser",
    "--concurrency=150% --continue=always --output-logs=new-only --log-order=grouped",
  ),
);
console.log(text);
process.exitCode = failed === 0 ? 0 : 1;
