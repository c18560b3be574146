/**
 * `npm run bench -- client`: measures a package beside its peers and prints a Markdown table. The peers are installed
 * here, from a lock file of their own.
 */
import { buildForOutside, installOutside } from "../../src/outside-workspace.ts";
import { benchFolder } from "./folders.ts";

const suites: Record<string, { builds: string; run(): Promise<string> }> = {
  client: {
    builds: "@image-apis/client",
    async run() {
      // Loaded when the peers are there.
      const { prepare } = await import("./client/prepare.ts");
      const { measure } = await import("./client/measure.ts");
      const { table } = await import("./client/table.ts");
      await prepare();
      return table(await measure());
    },
  },
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in suites));
if (names.length === 0 || unknown.length > 0) {
  const known = Object.keys(suites).join(", ");
  process.stderr.write(`There is no benchmark "${unknown.join(" ")}". Known: ${known}.\n`);
  process.exit(2);
}

installOutside(benchFolder);
for (const [name, { builds, run }] of Object.entries(suites)) {
  if (!names.includes(name)) continue;
  buildForOutside(builds);
  process.stdout.write(await run());
}
