/**
 * Writes src/generated from the documents of spec/. With `--check` it writes nothing: it lists the files that are
 * stale and ends with 1 if there are any.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { documents } from "../build/documents.ts";
import { deleteFiles, readFolder, writeFiles } from "../build/folder.ts";
import { generateCommand, generatedFiles } from "../build/generated-files.ts";
import { compare, report } from "../build/staleness.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

const folder = fileURLToPath(new URL("../src/generated", import.meta.url));
const fresh = await generatedFiles(documents());
const staleness = compare(fresh, readFolder(folder));
const stale = report(staleness, "packages/types/src/generated");

if (stale !== "" && values.check) {
  process.stderr.write(
    `These generated files are not what the documents make:\n${stale}Run \`${generateCommand}\` and commit the result.\n`,
  );
  process.exitCode = 1;
} else if (stale !== "") {
  writeFiles(folder, fresh);
  deleteFiles(folder, staleness.unexpected);
  process.stdout.write(`Brought up to date:\n${stale}`);
}
