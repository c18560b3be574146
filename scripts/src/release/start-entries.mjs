/**
 * Starts an installed package on the Node that runs this: imports every entry that it exports, and asks every program for
 * its help. It is copied into the project that installed the package, and is plain JavaScript without a dependency, so that
 * the lowest Node that a package names can run it.
 *
 * node start-entries.mjs <package>
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const name = process.argv[2];
const folder = join(import.meta.dirname, "node_modules", name);
const { exports = {}, bin = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** The file of an entry, for a condition: "./dist/index.js". */
const fileOf = (entry, condition) =>
  typeof entry === "string" ? entry : fileOf(entry[condition] ?? entry.default, "default");

/** What the star of a path such as `./dist/generated/<star>/index.js` can be. */
function starsOf(pattern) {
  const [before, after] = pattern.split("*");
  const parent = join(folder, before);
  return readdirSync(parent, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(after) && !path.slice(0, -after.length).includes("/"))
    .map((path) => path.slice(0, -after.length));
}

const names = [];
for (const [key, entry] of Object.entries(exports)) {
  const file = fileOf(entry, "import");
  if (!/\.[cm]?js$/.test(file)) continue;
  const stars = key.includes("*") ? starsOf(file) : [""];
  for (const star of stars) names.push({ key: key.replace("*", star).slice(1), entry });
}

const require = createRequire(import.meta.url);
let started = 0;
for (const { key, entry } of names) {
  const exported = Object.keys(await import(name + key));
  if (exported.length === 0) throw new Error(`${name}${key} exports nothing.`);
  started++;
  if (typeof entry === "object" && "require" in entry) {
    require(name + key);
    started++;
  }
}
for (const [program, file] of Object.entries(bin)) {
  const help = execFileSync(process.execPath, [join(folder, file), "--help"], { encoding: "utf8" });
  if (!help.includes("Usage:")) throw new Error(`${program} --help shows no usage.`);
  started++;
}
console.log(JSON.stringify({ node: process.version, started }));
