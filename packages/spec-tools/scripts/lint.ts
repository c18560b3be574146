/**
 * Lints the documents and their sources and prints what was found, `--format stylish|github|json`. Errors
 * fail, warnings do not. Another repository than this one may be named.
 */
import { parseArgs } from "node:util";
import { repositoryRoot } from "@image-apis/spec/generator";
import { isError } from "../src/finding.ts";
import { openLinter } from "../src/linter.ts";
import { count, formats, writeFindings } from "../src/report.ts";

const { values, positionals } = parseArgs({
  options: { format: { type: "string", default: "stylish" } },
  allowPositionals: true,
});
const format = formats.find((it) => it === values.format);
if (format === undefined) {
  console.error(`There is no format "${values.format}". Known: ${formats.join(", ")}.`);
  process.exit(2);
}
const repository = positionals[0] ?? repositoryRoot;
const { findings, sources, documents, files } = await openLinter(repository)();
const text = writeFindings(findings, sources, format);
if (text !== "") console.log(text);
if (format === "stylish") {
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(
    findings.length === 0
      ? `${documents} documents and ${files} files linted in ${seconds} s: nothing to report.`
      : `\n${count(findings)}.`,
  );
}
if (findings.some(isError)) process.exitCode = 1;
