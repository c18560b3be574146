/** Takes every step on a large document, after a small one that loads and warms what they need, and prints the times. */
import { join } from "node:path";
import { openGenerator } from "@image-apis/codegen/generate";
import { bundleApis } from "@image-apis/spec/generator";
import { openLinter } from "@image-apis/spec-tools";

/** What `writeScaled` wrote. */
export interface Scaled {
  folder: string;
  operations: number;
}

/** Milliseconds for each step, and the most memory the process has had, in bytes. */
export interface ScaleTimes {
  operations: number;
  lint: number;
  bundle: number;
  types: number;
  peakBytes: number;
}

const [small, large] = process.argv.slice(2).map((it) => JSON.parse(it) as Scaled);
if (small === undefined || large === undefined) throw new Error("Name two documents.");
await steps(small);
await steps(small);
const times = await steps(large);
console.log(JSON.stringify(times));

async function steps({ folder, operations }: Scaled): Promise<ScaleTimes> {
  const [lint, verdict] = await timed(openLinter(folder));
  const { findings, bundles } = verdict;
  const [first] = findings;
  if (first !== undefined) {
    throw new Error(`${findings.length} findings, ${first.file}: ${first.message}`);
  }
  const [bundle] = await timed(() => bundleApis(folder, join(folder, "out")));
  const [types] = await timed(() => openGenerator()(bundles));
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return { operations, lint, bundle, types, peakBytes };
}

async function timed<Result>(work: () => Promise<Result>): Promise<[number, Result]> {
  globalThis.gc?.();
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}
