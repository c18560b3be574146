/** Measures small calls of every peer, one peer after the other in each round, and sends the medians. */
import type { PeerModule } from "./peers/peer.ts";

/** What one small call costs, in milliseconds. */
export interface CallCost {
  wall: number;
  cpu: number;
}

const [url = "", ...modules] = process.argv.slice(2);
const rounds = 25;
const callsPerRound = 100;

const peers = await Promise.all(
  modules.map(async (path) => {
    const { createPeer } = (await import(path)) as PeerModule;
    return { path, peer: createPeer(url), costs: [] as CallCost[] };
  }),
);
for (let round = -3; round < rounds; round++) {
  for (const { peer, costs } of peers) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    for (let call = 0; call < callsPerRound; call++) await peer.deleteImages(565039505, [0, 2]);
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    // The first rounds warm up.
    if (round < 0) continue;
    costs.push({ wall: wall / callsPerRound, cpu: (user + system) / 1000 / callsPerRound });
  }
}
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
process.send?.(
  peers.map(({ costs }) => ({
    wall: median(costs.map(({ wall }) => wall)),
    cpu: median(costs.map(({ cpu }) => cpu)),
  })),
);
process.disconnect();
