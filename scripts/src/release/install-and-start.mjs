/**
 * Installs each tarball of a folder that is for the Node that runs this into an empty folder, and starts it there. Plain
 * JavaScript without a dependency: it runs outside the repository, on every Node and system that the packages are for.
 *
 * node install-and-start.mjs <folder of tarballs>
 */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const tarballs = readdirSync(process.argv[2])
  .filter((name) => name.endsWith(".tgz"))
  .map((name) => resolve(process.argv[2], name));
const folder = mkdtempSync(join(tmpdir(), "installed-"));
let failed = 0;
try {
  const manifests = new Map(
    tarballs.map((tarball, index) => [tarball, manifestOf(tarball, index)]),
  );
  const needs = (manifest) => Object.keys(manifest.dependencies ?? {});
  const withOwn = (manifest, found = new Set()) => {
    for (const [tarball, other] of manifests) {
      if (found.has(tarball) || !(other === manifest || needs(manifest).includes(other.name)))
        continue;
      found.add(tarball);
      withOwn(other, found);
    }
    return [...found];
  };
  for (const manifest of manifests.values()) {
    const { name, engines, peerDependencies = {} } = manifest;
    if (!isFor(engines.node)) {
      console.log(`${name}: needs Node ${engines.node}`);
      continue;
    }
    const project = join(folder, name.replace("/", "-"));
    mkdirSync(project);
    writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
    const peers = Object.entries(peerDependencies).map(([peer, range]) => `${peer}@${range}`);
    npm(
      project,
      "install",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      ...withOwn(manifest),
      ...peers,
    );
    copyFileSync(new URL("start-entries.mjs", import.meta.url), join(project, "start-entries.mjs"));
    try {
      const seen = execFileSync(process.execPath, ["start-entries.mjs", name], {
        cwd: project,
        encoding: "utf8",
      });
      console.log(`${name}: ${seen.trim()}`);
    } catch {
      console.error(`${name}: does not start on Node ${process.version}`);
      failed++;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
if (tarballs.length === 0) throw new Error(`There is no tarball in ${process.argv[2]}.`);
process.exitCode = failed === 0 ? 0 : 1;

function manifestOf(tarball, index) {
  const contents = join(folder, String(index));
  mkdirSync(contents);
  execFileSync("tar", ["-xzf", tarball, "-C", contents, "--strip-components=1"]);
  return JSON.parse(readFileSync(join(contents, "package.json"), "utf8"));
}

/** Whether a range `>=22.12` has the Node that runs this. */
function isFor(range) {
  const [, major, minor = "0"] = /^>=(\d+)(?:\.(\d+))?/.exec(range);
  const [ownMajor, ownMinor] = process.versions.node.split(".").map(Number);
  return ownMajor > Number(major) || (ownMajor === Number(major) && ownMinor >= Number(minor));
}

function npm(cwd, ...args) {
  // The shell finds npm.cmd on Windows; the arguments are ours.
  const command = ["npm", ...args.map((it) => JSON.stringify(it))].join(" ");
  execFileSync(command, { cwd, shell: true, stdio: ["ignore", "ignore", "inherit"] });
}
