/**
 * Writes what is made from package.json and from the sources and is committed: the version that requests carry and the
 * report of the public API. With `--check` it writes nothing and ends with 1 if a file is stale.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { apiReport } from "../generator/api-report.ts";
import { generateCommand } from "../generator/generate-command.ts";
import { versionModule } from "../generator/version-module.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

const root = fileURLToPath(new URL("..", import.meta.url));
const makers: Record<string, () => string> = {
  "src/transport/generated/version.ts": () =>
    versionModule(readFileSync(join(root, "package.json"), "utf8")),
  "api-report.md": () => apiReport(root),
};
for (const [name, make] of Object.entries(makers)) {
  const file = join(root, name);
  const fresh = make();
  if (existsSync(file) && readFileSync(file, "utf8") === fresh) continue;
  if (values.check) {
    process.stderr.write(
      `packages/client/${name} is stale. Run \`${generateCommand}\` and commit the result.\n`,
    );
    process.exitCode = 1;
  } else {
    writeFileSync(file, fresh);
    process.stdout.write(`Brought up to date:\n  packages/client/${name}\n`);
  }
}
