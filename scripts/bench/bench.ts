/**
 * `npm run bench -- client`, `-- mock` or `-- docs` measures a package beside its peers, which are installed for it from
 * the lock file here; `-- loop` and `-- scale` measure what an edit and a large document cost. Each prints a Markdown table.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildForOutside, installOutside } from "../src/outside-workspace.ts";

/** The package that each benchmark measures, built before it runs. */
const measured: Record<string, string> = {
  client: "@image-apis/client",
  mock: "@image-apis/mock",
  docs: "@image-apis/docs",
  loop: "@image-apis/scripts",
  scale: "@image-apis/spec-tools",
};

const here = fileURLToPath(new URL("./", import.meta.url));
const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in measured));
if (names.length === 0 || unknown.length > 0) {
  const known = Object.keys(measured).join(", ");
  console.error(`There is no benchmark "${unknown.join(" ")}". Known: ${known}.`);
  process.exit(2);
}
for (const name of names) {
  if (existsSync(`${here}${name}/package.json`)) installOutside(here, `./${name}`);
  buildForOutside(measured[name] ?? "");
  execFileSync(process.execPath, [`${here}${name}/bench.ts`], { stdio: "inherit" });
}
