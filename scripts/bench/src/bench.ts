/**
 * `npm run bench -- client`, `-- mock` or `-- docs`: measures a package beside its peers, which are installed here from lock files
 * of their own; `-- loop` and `-- scale`: what an edit and a large document cost. Each prints a Markdown table.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { buildForOutside, installOutside } from "../../src/outside-workspace.ts";
import { benchFolder, docsFolder, mockFolder } from "./folders.ts";

interface Suite {
  /** The package that is measured. */
  builds: string;
  /** The folder whose lock file names the peers, where there are some. */
  peers?: string;
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
  loop: {
    builds: "@image-apis/scripts",
    async run() {
      const { measureCommands } = await import("./loop/commands.ts");
      const { measureLoop } = await import("./loop/loop.ts");
      const { loopTable } = await import("./loop/table.ts");
      process.stdout.write(loopTable(await measureLoop(), measureCommands()));
    },
  },
  scale: {
    builds: "@image-apis/spec",
    async run() {
      const { measureScale } = await import("./scale/measure.ts");
      const { scaleTable } = await import("./scale/table.ts");
      process.stdout.write(scaleTable(await measureScale([10, 100, 300, 1000])));
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
  if (peers !== undefined) installOutside(peers);
  buildForOutside(builds);
  await run();
}
