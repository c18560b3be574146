/** Edits a copy of the repository while `npm run dev` runs on it, and prints how long a save takes to be seen. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { copyRepository } from "../../src/repository-copy.ts";
import { median } from "../median.ts";
import { measureCommands } from "./commands.ts";

const edits = 20;

/** What is edited, by turns: an example that the mock responds with and a page shows, and the larger document. */
const example = "spec/superoffice/examples/getPersonImageInfo/200-image-info.yaml";
const path = "spec/capillary/paths/v2_customers_{customerId}_setImage.yaml";

/** A line that the loop prints, and when it came. */
interface Line {
  event: string;
  isGood?: boolean;
  what?: string;
  why?: string;
  message?: string;
  docs?: string;
  mock?: string;
  at: number;
}

const copy = copyRepository();
const module = (name: string) => JSON.stringify(join(copy, "scripts/src/dev", name));
const program = `
  import { startDev } from ${module("dev.ts")};
  import { reporter } from ${module("reporter.ts")};
  const dev = await startDev({ docs: 0, mock: 0 }, reporter("json", console.log));
  console.log(JSON.stringify({ event: "serves", docs: dev.docs, mock: dev.mock }));
  process.once("SIGINT", () => void dev.close().then(() => process.exit(0)));
`;
const args = ["--input-type=module-typescript", "-e", program];
const cwd = join(copy, "scripts");
const loop = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "inherit"] });
const lines = createInterface(loop.stdout)[Symbol.asyncIterator]();

const verdicts: number[] = [];
const responses: number[] = [];
const pages: number[] = [];
try {
  const { docs = "", mock = "" } = await line("serves");
  await line("fresh", "docs");
  for (let edit = 0; edit < edits; edit++) {
    const word = `Edit${edit}`;
    if (edit % 2 === 0) {
      const at = save(example, /ConceptualType: \w+/, `ConceptualType: ${word}`);
      const [verdict, response, page] = await Promise.all([
        verdictAndPages(),
        seen(`${mock}/api/v1/Person/123/ImageInfo`, word),
        seen(`${docs}/ref/getPersonImageInfo/`, word),
      ]);
      verdicts.push(verdict.at - at);
      responses.push(response - at);
      pages.push(page - at);
    } else {
      const at = save(path, /summary: .*/, `summary: ${word}`);
      verdicts.push((await verdictAndPages()).at - at);
    }
  }
} finally {
  const ended = once(loop, "exit");
  loop.kill("SIGINT");
  await ended;
  rmSync(copy, { recursive: true, force: true });
}

const commands = measureCommands();
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
console.log(`| from | seconds |
| --- | --: |
| a save to its verdict (lint, bundle, types) | ${seconds(median(verdicts))} |
| four commands one after the other, for one document | ${seconds(commands)} |
| a save to the new response of the mock | ${seconds(median(responses))} |
| a save to the new page of the docs | ${seconds(median(pages))} |

A verdict takes 1/${(commands / median(verdicts)).toFixed(1)} of the commands.`);

/** The verdict on an edit, once the pages that follow from it are made. */
async function verdictAndPages(): Promise<Line> {
  const verdict = await line("verdict");
  await line("fresh", "docs");
  return verdict;
}

/**
 * The next line of an event; those before it are passed over.
 *
 * @throws Error Where an edit was not taken over: nothing that shows it would come.
 */
async function line(event: string, what?: string): Promise<Line> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new Error(`The loop ended before "${event}".`);
    const line: Line = { ...JSON.parse(value), at: performance.now() };
    if (["stale", "failed"].includes(line.event) || line.isGood === false) {
      throw new Error(`The loop did not take over an edit: ${value}`);
    }
    if (line.event === event && (what === undefined || line.what === what)) return line;
  }
}

function save(file: string, from: RegExp, to: string): number {
  const text = readFileSync(join(copy, file), "utf8").replace(from, to);
  const at = performance.now();
  writeFileSync(join(copy, file), text);
  return at;
}

/** Asks until a response holds a word, and says when. */
async function seen(address: string, word: string): Promise<number> {
  const headers = { Authorization: "Bearer EXAMPLE" };
  for (;;) {
    const text = await (await fetch(address, { headers })).text();
    if (text.includes(word)) return performance.now();
    await new Promise((done) => setTimeout(done, 5));
  }
}
