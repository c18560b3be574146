/** Uploads files, from disk or from memory, with one peer in a process of its own, and prints as JSON what that took. */
import { readFileSync } from "node:fs";
import type { Peer } from "./peers/peer.ts";

/** What one upload took. */
export interface UploadCost {
  seconds: number;
  /** The most memory of the process, above what it had before the upload, in bytes. */
  peakBytes: number;
}

const [module = "", url = "", from = "", ...paths] = process.argv.slice(2);
const { connect } = (await import(module)) as Peer;
// So that loading and compiling is not counted.
const warm = connect(new URL(url).origin);
for (let call = 0; call < 20; call++) await warm.deleteImages(1, [0]);
const peer = connect(url);
// What the caller holds in memory is not the upload's.
const inMemory = from === "memory" ? paths.map((path) => new Uint8Array(readFileSync(path))) : [];
globalThis.gc?.();

const before = process.memoryUsage.rss();
let peak = before;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 2);
const start = performance.now();
if (from === "memory") await peer.addBytes?.(565039505, inMemory);
else await peer.addImages(565039505, paths);
const seconds = (performance.now() - start) / 1000;
clearInterval(watch);
const cost: UploadCost = { seconds, peakBytes: Math.max(peak, process.memoryUsage.rss()) - before };
console.log(JSON.stringify(cost));
process.exit();
