import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite } from "../../../apps/docs/src/site/build-site.ts";
import { loadInputs } from "../../../apps/docs/src/site/inputs.ts";
import { siteFiles } from "../../../apps/docs/src/site/site-files.ts";
import { enlarged } from "./enlarged.ts";

const rounds = 3;

interface Cost {
  /** Wall time, what Redoc's own program takes included. */
  seconds: number;
  /** What our process worked, which other work on the machine does not change. */
  cpu: number;
}

/** One line for each size: how long the whole site takes to build, and the work for each operation beyond the first size. */
export function growth(): string {
  const inputs = loadInputs();
  const count = inputs.apis.flatMap(({ operations }) => operations).length;
  // The first build also loads the programs.
  build(inputs);
  const sizes = [1, 10, 30].map((times) => {
    const larger = enlarged(inputs, times);
    const costs = Array.from({ length: rounds }, () => build(larger));
    const seconds = median(costs.map((cost) => cost.seconds));
    return { operations: count * times, seconds, cpu: median(costs.map(({ cpu }) => cpu)) };
  });
  const rows = sizes.map(({ operations, seconds, cpu }) => {
    const more = operations - count;
    const each = more === 0 ? "" : (((cpu - (sizes[0]?.cpu ?? 0)) / more) * 1000).toFixed(0);
    return `| ${operations} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${each} |\n`;
  });
  const head =
    "operations | seconds | CPU seconds of ours | CPU milliseconds per further operation";
  return `| ${head} |\n|--:|--:|--:|--:|\n${rows.join("")}`;
}

function build(inputs: ReturnType<typeof loadInputs>): Cost {
  const folder = mkdtempSync(join(tmpdir(), "image-apis-bench-"));
  const begin = performance.now();
  const before = process.cpuUsage();
  buildSite(join(folder, "site"), () => siteFiles(undefined, inputs));
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - begin) / 1000;
  rmSync(folder, { recursive: true, force: true });
  return { seconds, cpu: (user + system) / 1_000_000 };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
