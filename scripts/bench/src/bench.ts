/**
 * `npm run bench -- client`, `-- mock` or `-- docs`: measures a package beside its peers and prints Markdown tables. The
 * peers are installed here, from lock files of their own.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { buildForOutside, installOutside } from "../../src/outside-workspace.ts";
import { benchFolder, docsFolder, mockFolder } from "./folders.ts";

interface Suite {
  /** The package that is measured. */
  builds: string;
  /** The folder whose lock file names the peers. */
  peers: string;
  run(): Promise<void>;
}

const suites: Record<string, Suite> = {
  client: {
    builds: "@image-apis/client",
    peers: benchFolder,
    async run() {
      // Loaded when the peers are there.
      const { prepare } = await import("./client/prepare.ts");
      const { measure } = await import("./client/measure.ts");
      const { table } = await import("./client/table.ts");
      await prepare();
      process.stdout.write(table(await measure()));
    },
  },
  mock: {
    builds: "@image-apis/mock",
    peers: mockFolder,
    async run() {
      execFileSync(process.execPath, [join(mockFolder, "bench.ts")], { stdio: "inherit" });
    },
  },
  docs: {
    builds: "@image-apis/docs",
    peers: docsFolder,
    async run() {
      execFileSync(process.execPath, [join(docsFolder, "bench.ts")], { stdio: "inherit" });
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

for (const [name, { builds, peers, run }] of Object.entries(suites)) {
  if (!names.includes(name)) continue;
  installOutside(peers);
  buildForOutside(builds);
  await run();
}
