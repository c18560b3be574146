/**
 * Changes the documents one small step at a time and counts what no check sees. Prints a table and writes
 * dist/mutation.json and dist/mutation.md. Fails on a survivor, and on a fault in equivalents.json.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mutations } from "../src/mutate/mutations.ts";
import { operators } from "../src/mutate/operators.ts";
import { mutationReport } from "../src/mutate/report.ts";
import { mutationMarkdown } from "../src/mutate/report-markdown.ts";
import { mutationText } from "../src/mutate/report-text.ts";
import { run } from "../src/mutate/run.ts";
import { startChecks } from "./mutate/checks.ts";
import { chosenMutations } from "./mutate/chosen.ts";
import { loadEquivalents } from "./mutate/equivalents.ts";
import { progress } from "./mutate/progress.ts";
import { loadSubjects } from "./mutate/subjects.ts";

const subjects = loadSubjects();
const all = mutations(subjects, operators);
const chosen = chosenMutations(all, process.argv.slice(2));
if (typeof chosen === "string") {
  console.error(chosen);
  process.exitCode = 1;
} else {
  const { checks, close } = await startChecks(subjects);
  try {
    const outcomes = await run(subjects, chosen, checks, progress(chosen.length));
    const report = mutationReport({ operators, checks, all, outcomes }, loadEquivalents());
    const { stdout } = process;
    console.log(mutationText(report, stdout.isTTY && stdout.hasColors()));
    const folder = fileURLToPath(new URL("../dist", import.meta.url));
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/mutation.json`, `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(`${folder}/mutation.md`, mutationMarkdown(report));
    process.exitCode = report.isProved ? 0 : 1;
  } finally {
    await close();
  }
}
