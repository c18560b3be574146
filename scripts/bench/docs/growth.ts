import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite } from "../../../apps/docs/src/site/build-site.ts";
import { loadInputs } from "../../../apps/docs/src/site/inputs.ts";
import { siteFiles } from "../../../apps/docs/src/site/site-files.ts";
import { enlarged } from "./enlarged.ts";

const rounds = 3;

/** One line for each size: how long the whole site takes to build, and how long for each operation beyond the first size. */
export function growth(): string {
  const inputs = loadInputs();
  const count = inputs.apis.flatMap(({ operations }) => operations).length;
  const seconds = [1, 10, 30].map((times) => {
    const larger = enlarged(inputs, times);
    const taken = Array.from({ length: rounds }, () => build(larger));
    return { operations: count * times, seconds: median(taken) };
  });
  const base = seconds[0];
  const rows = seconds.map(({ operations, seconds }) => {
    const more = operations - (base?.operations ?? 0);
    const each = more === 0 ? "" : (((seconds - (base?.seconds ?? 0)) / more) * 1000).toFixed(0);
    return `| ${operations} | ${seconds.toFixed(1)} | ${each} |\n`;
  });
  return `| operations | whole site, seconds | milliseconds for each further operation |\n|--:|--:|--:|\n${rows.join("")}`;
}

function build(inputs: ReturnType<typeof loadInputs>): number {
  const folder = mkdtempSync(join(tmpdir(), "image-apis-bench-"));
  const begin = performance.now();
  buildSite(join(folder, "site"), () => siteFiles(undefined, inputs));
  const end = performance.now();
  rmSync(folder, { recursive: true, force: true });
  return (end - begin) / 1000;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
