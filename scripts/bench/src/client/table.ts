import type { Measured } from "./measure.ts";
import { base } from "./peers/all.ts";

/** The measurements as a Markdown table. Times are ratios to bare `fetch` in the same run. */
export function table(measured: Measured[]): string {
  const reference = measured.find(({ module }) => module === base);
  if (reference === undefined) throw new Error("Nothing to compare with was measured.");
  const rows = measured.map((it) => [
    it.name,
    kilobytes(it.gzipBytes),
    it.call.wall.toFixed(2),
    it.call.cpu.toFixed(2),
    megabytes(it.upload.peakBytes),
    it.fromMemory === undefined ? "–" : megabytes(it.fromMemory.peakBytes),
    it.repeated === undefined ? "–" : megabytes(it.repeated.peakBytes),
    (reference.upload.seconds / it.upload.seconds).toFixed(2),
    it.instantiations === undefined ? "–" : it.instantiations.toLocaleString("en"),
  ]);
  const lines = [head, head.map((_, index) => (index === 0 ? "---" : "--:")), ...rows];
  return `${lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("")}
Node ${process.versions.node}, ${process.platform}, one run. Times are ratios to bare \`fetch\`, of a throughput more is better.
`;
}

const head = [
  "client",
  "one file that does the job, gzip KB",
  "wall per small call",
  "CPU per small call",
  "peak memory of the largest upload, MB",
  "the same from memory, MB",
  "from disk, repeated once, MB",
  "upload throughput",
  "type instantiations, 60 calls",
];

const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);
