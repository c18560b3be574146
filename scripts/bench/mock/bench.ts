/**
 * Compares the mock with its peers: the same requests, in alternating rounds, as ratios to Prism. Prints a Markdown
 * table. On a busy machine only the ratios mean something, and those within a factor of two mean little.
 */
import { apiNames, fixture } from "@image-apis/spec";
import { costliest } from "./hostile.ts";
import { type Load, rate, send } from "./load.ts";
import { memoryUnder, peerCommand, readmeCommand } from "./memory.ts";
import { deleteLoad, formLoad, image, mixedLoads, putLoad } from "./mixed-loads.ts";
import { peakMemory, processorTime } from "./proc.ts";
import { msw, ours, type Peer, peers, prism, reader, start } from "./servers.ts";

const rounds = Number(process.argv[2] ?? 5);
const roundMilliseconds = 1500;

const measures: { name: string; api: string; load: Load }[] = [
  { name: "multipart, one 20 KB file", api: "capillary", load: formLoad(image, 1) },
  { name: "DELETE with two ids", api: "capillary", load: deleteLoad },
  { name: "raw PUT 20 KB", api: "superoffice", load: putLoad },
];
const [firstApi = ""] = apiNames();
const probe = "/v2/customers/565039505?source=INSTORE";

console.log(
  `| requests/s against ${prism.name} = 1 | ${peers.map(({ name }) => name).join(" | ")} |`,
);
console.log(`|---|${peers.map(() => "---").join("|")}|`);
for (const { name, api, load } of measures) {
  const running = await Promise.all(peers.map((peer) => start(peer, api, load.path)));
  const rates = peers.map((): number[] => []);
  const statuses = peers.map(() => "");
  /** Requests for each hundredth of a second of the server's own processor time: other load does not count. */
  const perTime = peers.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, { url, process }] of running.entries()) {
      const before = processorTime(process.pid ?? 0);
      const result = await rate(url, load, roundMilliseconds);
      const used = processorTime(process.pid ?? 0) - before;
      // The first round warms up.
      if (round > 0) {
        rates[at]?.push(result.perSecond);
        perTime[at]?.push(result.count / used);
      }
      statuses[at] = Object.keys(result.statuses).join("/");
    }
  }
  for (const { stop } of running) await stop();
  const notes = statuses.map((status) => (status === "200" ? "" : `, answers ${status}`));
  console.log(`| ${name} | ${ratiosTo(rates, notes).join(" | ")} |`);
  console.log(`| the same, per processor time | ${ratiosTo(perTime, notes).join(" | ")} |`);
}

const starts = peers.map((): number[] => []);
for (let round = 0; round < rounds; round++) {
  for (const [at, peer] of peers.entries()) starts[at]?.push(await startTime(peer));
}
const startBase = median(starts[0] ?? []);
const startCells = starts.map((all) => (median(all) / startBase).toFixed(2));
console.log(`| start to the first answer, time | ${startCells.join(" | ")} |`);

const large = formLoad(fixture("at-maximum.png").bytes, 5);
const mock = await start(ours, firstApi, probe);
const plain = await start(reader, firstApi, probe);
const times: [mine: number[], bare: number[]] = [[], []];
const used: [mine: number[], bare: number[]] = [[], []];
for (let round = 0; round < rounds; round++) {
  for (const [at, { url, process }] of [mock, plain].entries()) {
    const begin = performance.now();
    const before = processorTime(process.pid ?? 0);
    const status = await send(url, large);
    if (status !== "200") throw new Error(`5 x 49 MB were answered with ${status}.`);
    times[at]?.push(performance.now() - begin);
    used[at]?.push(processorTime(process.pid ?? 0) - before);
  }
}
await mock.stop();
await plain.stop();
const ratio = (median(times[0]) / median(times[1])).toFixed(1);
const usedRatio = (median(used[0]) / median(used[1])).toFixed(1);
console.log(
  `\n5 x 49 MB, time against a server that only reads the body: ${ratio}; processor time: ${usedRatio}`,
);

const uploads = await start(ours, firstApi, probe);
const peaks: number[] = [];
let left = 10;
const lane = async () => {
  while (left > 0) {
    left -= 1;
    await send(uploads.url, large);
    peaks.push(peakMemory(uploads.process.pid ?? 0));
  }
};
await Promise.all(Array.from({ length: 4 }, lane));
await uploads.stop();
console.log(
  `Peak RSS over ten uploads of 5 x 49 MB, four at a time: ${peaks.at(-1)} MB; after the first ${peaks[0]} MB`,
);

console.log("\n| MB | before the first request | after 5,000 | after 60,000 more |");
console.log("|---|---|---|---|");
const servers = [
  { name: "npm run mock", answering: () => readmeCommand() },
  { name: "npm run mock -- --stateful", answering: () => readmeCommand(["--stateful"]) },
  ...[prism, msw].map((peer) => ({
    name: peer.name,
    answering: () => peerCommand(peer, firstApi, probe),
  })),
];
for (const { name, answering } of servers) {
  const server = await answering();
  const { idle, warm, end } = await memoryUnder(server, mixedLoads);
  await server.stop();
  console.log(`| ${name} | ${idle} | ${warm} | ${end} |`);
}

const { count, name: worst, milliseconds: most } = await costliest();
console.log(
  `\nOf ${count} requests with 15 KB of one thing over and over, the costliest takes ${most.toFixed(1)} ms of processor time above an ordinary one with as many bytes: ${worst}`,
);

async function startTime(peer: Peer): Promise<number> {
  const { milliseconds, stop } = await start(peer, firstApi, probe);
  await stop();
  return milliseconds;
}

/** The median of each, with its spread, to that of the first. */
function ratiosTo(all: number[][], notes: string[]): string[] {
  const base = median(all[0] ?? []);
  return all.map((values, at) => {
    const ratios = values.map((it) => it / base);
    const spread = `${Math.min(...ratios).toFixed(1)}-${Math.max(...ratios).toFixed(1)}`;
    return `${(median(values) / base).toFixed(2)} (${spread}${notes[at]})`;
  });
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
