/**
 * Writes everything that is generated from the documents of spec/. With `--check` it writes nothing: it lists the files
 * that are stale and ends with 1 if there are any.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { apiNames } from "@image-apis/spec";
import { openGenerator } from "../src/files/generated.ts";
import { staleFiles, writeFolder } from "../src/files/write.ts";
import { loadSources } from "../src/model/load.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folders = await openGenerator()(apiNames().map(loadSources));
const stale = folders.map((it) => staleFiles(root, it)).join("");

if (stale !== "" && values.check) {
  process.stderr.write(
    `These generated files are not what the documents make:\n${stale}Run \`npm run generate\` and commit the result.\n`,
  );
  process.exitCode = 1;
} else if (stale !== "") {
  for (const it of folders) writeFolder(root, it);
  process.stdout.write(`Brought up to date:\n${stale}`);
}
