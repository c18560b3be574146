/**
 * `npm run lines`: how many lines of each room are written by hand and no test, so that growth is seen as a number. With
 * the name of a commit, that commit's lines and the difference stand beside them.
 */
import { parseArgs } from "node:util";
import { handWrittenLines } from "./lines/count.ts";
import { linesTable } from "./lines/table.ts";
import { commitNamed, filesOfCommit, filesOfToday } from "./lines/tracked-files.ts";
import { repositoryRoot } from "./repository.ts";

const [name] = parseArgs({ allowPositionals: true }).positionals;
const commit = name === undefined ? undefined : commitNamed(repositoryRoot, name);

if (name !== undefined && commit === undefined) {
  console.error(`There is no commit "${name}" in this repository.`);
  process.exitCode = 2;
} else {
  const today = handWrittenLines(repositoryRoot, filesOfToday(repositoryRoot));
  const earlier =
    name === undefined || commit === undefined
      ? undefined
      : { name, lines: handWrittenLines(repositoryRoot, filesOfCommit(repositoryRoot, commit)) };
  console.log(linesTable(today, earlier));
}
