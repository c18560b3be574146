/**
 * Measures small calls of every peer, in turns, and sends what each costs beside the first one. Every round begins
 * with another peer.
 */
import type { PeerModule } from "./peers/peer.ts";

/** What one small call costs, as a ratio to the same call of the first peer in the same round; the median of all. */
export interface CallCost {
  wall: number;
  cpu: number;
}

const [url = "", ...modules] = process.argv.slice(2);
const warmUps = 5;
const rounds = 30;
const callsPerRound = 100;

const peers = await Promise.all(
  modules.map(async (path) => ((await import(path)) as PeerModule).createPeer(url)),
);
const costs = peers.map((): CallCost[] => []);
for (let round = 0; round < warmUps + rounds; round++) {
  for (let turn = 0; turn < peers.length; turn++) {
    const index = (round + turn) % peers.length;
    const peer = peers[index];
    const cpu = process.cpuUsage();
    const start = performance.now();
    for (let call = 0; call < callsPerRound; call++) await peer?.deleteImages(565039505, [0, 2]);
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    if (round >= warmUps) costs[index]?.push({ wall, cpu: user + system });
  }
}

const [first = []] = costs;
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const ratio = (own: CallCost[], kind: keyof CallCost) =>
  median(own.map((cost, round) => cost[kind] / (first[round]?.[kind] ?? Number.NaN)));
process.send?.(costs.map((own) => ({ wall: ratio(own, "wall"), cpu: ratio(own, "cpu") })));
process.disconnect();
