/**
 * `npm run release -- --dry-run`: lints the documents, where a text to be filled in counts, proves the grid and puts it
 * into the docs, packs every public package, judges it, installs all of them into an empty project and uploads an image
 * with them, and installs the command that checks a server alone. Without `--dry-run` they are published then.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { aloneFaults } from "./release/alone.ts";
import { checkPacked } from "./release/check.ts";
import { documentFaults } from "./release/documents.ts";
import { packAll } from "./release/pack.ts";
import { copyProof } from "./release/proof.ts";
import { installPacked, uploadOne } from "./release/try-out.ts";
import { repositoryRoot } from "./repository.ts";
import { turbo } from "./turbo.ts";

const { values } = parseArgs({ options: { "dry-run": { type: "boolean", default: false } } });

if ((await turbo("run build --output-logs=errors-only")) !== 0) process.exit(1);
const unfinished = await documentFaults(repositoryRoot);
if (unfinished.length > 0) {
  console.error(
    `${unfinished.join("\n")}\nThe documents have findings. Fix them before a release.`,
  );
  process.exit(1);
}
const proof = join(repositoryRoot, "packages/contract/scripts/command.ts");
const { status } = spawnSync(process.execPath, [proof], { stdio: ["ignore", "ignore", "inherit"] });
if (status !== 0) {
  console.error("The grid is not proved: `npm run contract` shows it. Nothing was published.");
  process.exit(1);
}
console.log(`The grid stands in the docs: ${relative(repositoryRoot, copyProof(repositoryRoot))}`);

const folder = mkdtempSync(join(tmpdir(), "release-"));
try {
  const packed = packAll(folder);
  const project = join(folder, "project");
  mkdirSync(project);
  installPacked(project, packed);
  const faults: string[] = [];
  for (const one of packed) {
    const found = await checkPacked(one, join(project, "node_modules", one.name));
    const kilobytes = (statSync(one.tarball).size / 1024).toFixed(0);
    console.log(`${one.name}  ${kilobytes} KB  ${found.length === 0 ? "ok" : "not ok"}`);
    faults.push(...found);
  }
  faults.push(...aloneFaults(folder, packed));
  for (const fault of faults) console.error(fault);
  console.log(`Uploaded ${await uploadOne(project)} with the packages, as they were installed.`);
  if (faults.length > 0) process.exitCode = 1;
  else if (values["dry-run"]) console.log("Nothing was published.");
  else {
    const changeset = join(repositoryRoot, "node_modules/@changesets/cli/bin.js");
    const options = { cwd: repositoryRoot, stdio: "inherit" } as const;
    execFileSync(process.execPath, [changeset, "publish"], options);
  }
} finally {
  rmSync(folder, { recursive: true });
}
