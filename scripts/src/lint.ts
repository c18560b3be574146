/**
 * `npm run lint`: lints the documents and the code. For people through turbo, which remembers what was fine;
 * `--format github|json` always lints everything, and prints nothing but findings.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { codeFindings, codeText } from "./code-findings.ts";
import { repositoryRoot } from "./repository.ts";
import { turbo } from "./turbo.ts";

const biome = join(repositoryRoot, "node_modules/@biomejs/biome/bin/biome");
const { format } = parseArgs({
  options: { format: { type: "string", default: "stylish" } },
}).values;

if (format === "stylish") {
  const documents = await turbo("run lint --continue");
  const code = run(biome, "ci", ".", "--reporter=json");
  const text = codeText(codeFindings(code.text));
  if (text !== "") console.log(text);
  process.exitCode = documents || code.status;
} else if (format === "github" || format === "json") {
  // The rules, the loader and the schema checks alone: documents that have findings may be impossible to build.
  const rules =
    "run compile @image-apis/ruleset#build @image-apis/http-contract#build --output-logs=none --log-prefix=none";
  if ((await turbo(rules, "1>&2")) !== 0) process.exit(2);
  const documents = run(
    join(repositoryRoot, "packages/spec-tools/scripts/lint.ts"),
    "--format",
    format,
  );
  const code = run(biome, "ci", ".", `--reporter=${format}`);
  if (format === "github") {
    // Biome writes whole paths; GitHub wants them from the root.
    process.stdout.write(documents.text + code.text.replaceAll(repositoryRoot, ""));
  } else {
    const found = JSON.parse(documents.text) as object[];
    const all = [...found, ...codeFindings(code.text)];
    console.log(JSON.stringify(all, null, 2));
  }
  process.exitCode = documents.status || code.status;
} else {
  console.error(`There is no format "${format}". Known: stylish, github, json.`);
  process.exitCode = 2;
}

function run(script: string, ...args: string[]): { text: string; status: number } {
  const { stdout, status } = spawnSync(process.execPath, [script, ...args], {
    cwd: repositoryRoot,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", script === biome ? "ignore" : "inherit"],
    maxBuffer: 64 * 1024 * 1024,
  });
  return { text: stdout, status: status ?? 1 };
}
