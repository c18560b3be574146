/** `npm run version`: takes the changesets into the packages' versions, and those into the documents and the types. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { packageVersions } from "./diff/versions.ts";
import { generateAll } from "./generate-all.ts";
import { repositoryRoot } from "./repository.ts";

const changeset = join(repositoryRoot, "node_modules/@changesets/cli/bin.js");
execFileSync(process.execPath, [changeset, "version"], { cwd: repositoryRoot, stdio: "inherit" });

const version = packageVersions(repositoryRoot).get("@image-apis/spec");
const { apis } = parse(readFileSync(join(repositoryRoot, "redocly.yaml"), "utf8")) as {
  apis: Record<string, { root: string }>;
};
for (const { root } of Object.values(apis)) {
  const file = join(repositoryRoot, root);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(/^( {2}version: ).*$/m, `$1${version}`));
}
process.exitCode = await generateAll();
