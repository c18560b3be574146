import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { copyRepository } from "../../../src/repository-copy.ts";
import { median } from "./median.ts";

/** Times of the designer's loop in milliseconds, medians. */
export interface LoopTimes {
  /** From a save to the verdict, in every edit. */
  verdict: number;
  /** From a save to the first answer of the mock that has it. */
  mock: number;
  /** From a save to the first page of the docs that has it. */
  page: number;
}

const edits = 20;

/** What is edited, by turns: an example that the mock answers with and a page shows, and the larger document. */
const example = "spec/superoffice/examples/getPersonImageInfo/200-image-info.yaml";
const path = "spec/capillary/paths/v2_customers_{customerId}_setImage.yaml";

/** Edits a copy of the repository while the loop runs on it, as it runs for a designer. */
export async function measureLoop(): Promise<LoopTimes> {
  const copy = copyRepository();
  const loop = startLoop(copy);
  try {
    const { docs = "", mock = "" } = await loop.line(({ event }) => event === "serves");
    await loop.line(({ event, what }) => event === "fresh" && what === "docs");
    const times: Record<keyof LoopTimes, number[]> = { verdict: [], mock: [], page: [] };
    for (let edit = 0; edit < edits; edit++) {
      const word = `Edit${edit}`;
      if (edit % 2 === 0) {
        const at = save(copy, example, /ConceptualType: \w+/, `ConceptualType: ${word}`);
        const [verdict, answer, page] = await Promise.all([
          loop.line(({ event }) => event === "verdict"),
          until(`${mock}/api/v1/Person/123/ImageInfo`, word),
          until(`${docs}/ref/getPersonImageInfo/`, word),
        ]);
        times.verdict.push(verdict.at - at);
        times.mock.push(answer - at);
        times.page.push(page - at);
      } else {
        const at = save(copy, path, /summary: .*/, `summary: ${word}`);
        times.verdict.push((await loop.line(({ event }) => event === "verdict")).at - at);
      }
      await loop.line(({ event, what }) => event === "fresh" && what === "docs");
    }
    return {
      verdict: median(times.verdict),
      mock: median(times.mock),
      page: median(times.page),
    };
  } finally {
    await loop.stop();
    rmSync(copy, { recursive: true, force: true });
  }
}

function save(copy: string, file: string, from: RegExp, to: string): number {
  const text = readFileSync(join(copy, file), "utf8").replace(from, to);
  const at = performance.now();
  writeFileSync(join(copy, file), text);
  return at;
}

/** Asks until an answer holds a word, and says when. */
async function until(address: string, word: string): Promise<number> {
  const headers = { Authorization: "Bearer EXAMPLE" };
  for (;;) {
    const text = await (await fetch(address, { headers })).text();
    if (text.includes(word)) return performance.now();
    await new Promise((done) => setTimeout(done, 5));
  }
}

interface Line {
  event: string;
  what?: string;
  docs?: string;
  mock?: string;
  at: number;
}

/** Starts the loop of a copy; every line it prints is handed out once, in order. */
function startLoop(copy: string) {
  const module = (name: string) => JSON.stringify(join(copy, "scripts/src/dev", name));
  const program = `
    import { startDev } from ${module("dev.ts")};
    import { words } from ${module("words.ts")};
    const dev = await startDev({ docs: 0, mock: 0 }, words("json", console.log));
    console.log(JSON.stringify({ event: "serves", docs: dev.docs, mock: dev.mock }));
    process.once("SIGINT", () => void dev.close().then(() => process.exit(0)));
  `;
  const child: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    ["--input-type=module-typescript", "-e", program],
    { cwd: join(copy, "scripts"), stdio: ["ignore", "pipe", "inherit"] },
  );
  const lines: Line[] = [];
  let text = "";
  let wake = Promise.withResolvers<void>();
  child.stdout.on("data", (chunk) => {
    text += chunk;
    const whole = text.split("\n");
    text = whole.pop() ?? "";
    const at = performance.now();
    for (const line of whole) if (line !== "") lines.push({ ...JSON.parse(line), at });
    wake.resolve();
    wake = Promise.withResolvers();
  });
  return {
    /** The next line that fits; those before it are passed over. */
    async line(fits: (line: Line) => boolean): Promise<Line> {
      for (;;) {
        const index = lines.findIndex(fits);
        const found = lines.splice(0, index + 1).at(-1);
        if (found !== undefined) return found;
        await wake.promise;
      }
    },
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGINT");
      await ended;
    },
  };
}
