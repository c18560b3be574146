/**
 * Prints as JSON what a small call of each peer costs beside the first one. The peers take turns, so that what else the
 * machine does meets them alike.
 */
import { measure } from "mitata";
import { median } from "../median.ts";
import type { Peer } from "./peers/peer.ts";

/** Ratios to the same call of the first peer in the same round, medians of all rounds. */
export interface CallCost {
  wall: number;
  cpu: number;
}

const [url = "", ...modules] = process.argv.slice(2);
const rounds = 15;

const peers = await Promise.all(
  modules.map(async (path) => ((await import(path)) as Peer).connect(url)),
);
const costs = peers.map((): CallCost[] => []);
for (let round = 0; round < rounds; round++) {
  for (const [index, peer] of peers.entries()) {
    const before = process.cpuUsage();
    const options = { min_cpu_time: 200e6, warmup_samples: 0 };
    const { avg, ticks } = await measure(() => peer.deleteImages(565039505, [0, 2]), options);
    const { user, system } = process.cpuUsage(before);
    // The first round warms up.
    if (round > 0) costs[index]?.push({ wall: avg, cpu: (user + system) / ticks });
  }
}
const [first = []] = costs;
const ratio = (own: CallCost[], kind: keyof CallCost) =>
  median(own.map((cost, round) => cost[kind] / (first[round]?.[kind] ?? Number.NaN)));
const ratios = costs.map((own) => ({ wall: ratio(own, "wall"), cpu: ratio(own, "cpu") }));
console.log(JSON.stringify(ratios));
process.exit();
