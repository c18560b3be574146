/**
 * `npm run diff -- [--base REF] [--format text|markdown] [--check]`: what changed for a client, in words. With `--check`
 * it fails without a changeset of the size that the change needs, or where versions are apart.
 */
import { parseArgs } from "node:util";
import { bundledDocuments, documentsAt, git } from "./diff/base.ts";
import { largest } from "./diff/change.ts";
import { addedBump, bumps, neededBump } from "./diff/changesets.ts";
import { compareAll } from "./diff/compare-all.ts";
import { changeReport } from "./diff/report.ts";
import { packageVersions, versionsApart } from "./diff/versions.ts";
import { repositoryRoot } from "./repository.ts";

try {
  await run(options());
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

interface Options {
  base: string;
  format: string;
  check: boolean;
}

/** @throws Error For an option or an argument that there is not. */
function options(): Options {
  try {
    const { values } = parseArgs({
      options: {
        base: { type: "string", default: "origin/main" },
        format: { type: "string", default: "text" },
        check: { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    const { message } = error as Error;
    // The sentences after the first are about how to write it after all.
    const [why] = message.split(". ");
    throw new Error(`${why}\nKnown: --base REF, --format text|markdown, --check.`);
  }
}

async function run({ base, format, check }: Options): Promise<void> {
  if (!["text", "markdown"].includes(format)) {
    throw new Error(`There is no format "${format}". Known: text, markdown.`);
  }
  // What the base gained meanwhile is not a change of ours.
  const start = commonCommit(base);
  const now = await bundledDocuments(repositoryRoot);
  const changes = await compareAll(await documentsAt(repositoryRoot, start), now);
  console.log(changeReport(changes, base, format === "markdown"));

  const version = packageVersions(repositoryRoot).get("@image-apis/spec") ?? "";
  const needed = neededBump(largest(changes), version);
  const added = addedBump(repositoryRoot, start);
  const isCovered = bumps.indexOf(added) >= bumps.indexOf(needed);
  if (needed !== "none") {
    console.log(
      `\nThis needs a changeset of at least ${needed} for @image-apis/spec, types or client; ` +
        `${isCovered ? "there is one" : `there is ${added === "none" ? "none" : `only ${added}`}. Run \`npx changeset\``}.`,
    );
  }
  const apart = versionsApart(repositoryRoot, now);
  for (const sentence of apart) console.log(sentence);
  if (check && (!isCovered || apart.length > 0)) process.exitCode = 1;
}

function commonCommit(base: string): string {
  try {
    return git(repositoryRoot, ["merge-base", base, "HEAD"]).trim();
  } catch {
    throw new Error(
      `There is no commit "${base}" to compare with. Fetch it, or name another with --base, for example HEAD~1.`,
    );
  }
}
