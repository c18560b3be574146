/**
 * `npm run release`: lints the documents, where a text to be filled in counts, proves the grid and puts it into the docs,
 * packs every public package once, judges those files, installs each into an empty folder and starts it on its lowest Node,
 * and uploads an image with all of them. Only `--publish` publishes: the very files that were judged.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { addresses, addressFaults } from "./addresses.ts";
import { checkPacked } from "./release/check.ts";
import { documentFaults } from "./release/documents.ts";
import { installedAlone } from "./release/empty-folder.ts";
import { lowestNode } from "./release/lowest-node.ts";
import { readManifest } from "./release/manifest.ts";
import { installInto } from "./release/npm.ts";
import { type Packed, packAll } from "./release/pack.ts";
import { copyProof } from "./release/proof.ts";
import { identityFaults, publishAll, unreadyFaults } from "./release/publish.ts";
import { type Row, releaseTable } from "./release/table.ts";
import { uploadOne } from "./release/try-out.ts";
import { repositoryRoot } from "./repository.ts";
import { turbo } from "./turbo.ts";

const { values } = parseArgs({
  options: {
    "dry-run": { type: "boolean", default: false },
    publish: { type: "boolean", default: false },
    /** A folder that gets the tarballs when nothing is wrong with them. */
    out: { type: "string" },
  },
});
const publishing = values.publish && !values["dry-run"];

const unready = [...addressFaults(addresses), ...unreadyFaults(repositoryRoot)];
const unpublishable = [...unready, ...identityFaults(process.env)];
if (publishing && unpublishable.length > 0) stop(...unpublishable, "Nothing was published.");

if ((await turbo("run build --output-logs=errors-only")) !== 0) process.exit(1);
const unfinished = await documentFaults(repositoryRoot);
if (unfinished.length > 0) {
  stop(...unfinished, "The documents have findings. Fix them before a release.");
}
const proof = join(repositoryRoot, "packages/contract/scripts/command.ts");
const { status } = spawnSync(process.execPath, [proof], { stdio: ["ignore", "ignore", "inherit"] });
if (status !== 0) {
  stop("The grid is not proved: `npm run contract` shows it. Nothing was published.");
}
console.log(`The grid stands in the docs: ${relative(repositoryRoot, copyProof(repositoryRoot))}`);

const folder = mkdtempSync(join(tmpdir(), "release-"));
try {
  const packed = packAll(folder);
  const rows = await judged(packed);
  console.log(releaseTable(rows));
  const faults = rows.flatMap((row) => row.faults.map((fault) => `${row.name}: ${fault}`));
  for (const fault of faults) console.error(fault);

  const project = join(folder, "project");
  mkdirSync(project);
  installInto(
    project,
    packed.map(({ tarball }) => tarball),
  );
  console.log(`Uploaded ${await uploadOne(project)} with the packages, as they were installed.`);

  if (faults.length > 0) process.exitCode = 1;
  else if (publishing) publishAll(packed, folder);
  else {
    for (const fault of unready) console.log(`Before it can be published: ${fault}`);
    console.log("Nothing was published; --publish does.");
  }
  if (faults.length === 0 && values.out !== undefined) keep(packed, resolve(values.out));
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}

async function judged(packed: readonly Packed[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of packed) {
    const { installed, weight, faults } = installedAlone(one, packed, folder);
    const node = lowestNode(readManifest(installed).engines?.node) ?? "?";
    const size = statSync(one.tarball).size;
    const all = [...(await checkPacked(one, installed)), ...faults];
    rows.push({ name: one.name, version: one.version, size, weight, node, faults: all });
  }
  return rows;
}

function keep(packed: readonly Packed[], target: string): void {
  mkdirSync(target, { recursive: true });
  for (const { tarball } of packed) copyFileSync(tarball, join(target, basename(tarball)));
}

function stop(...lines: string[]): never {
  console.error(lines.join("\n"));
  process.exit(1);
}
