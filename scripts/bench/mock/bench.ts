/**
 * Compares the mock with its peers: the same requests, in alternating rounds, as ratios to Prism. Prints Markdown
 * tables. On a busy machine only the ratios mean something, and the rows by processor time more than the others. A
 * number as argument is the count of rounds.
 */
import { apiNames } from "@image-apis/spec";
import { median } from "../median.ts";
import { costliest } from "./hostile.ts";
import { largestFiles, mixed, oneFile, rawImage, send, twoIds } from "./loads.ts";
import { memory, processorTime } from "./proc.ts";
import { msw, ours, peers, prism, reader, readmeCommand, start } from "./servers.ts";

const rounds = Number(process.argv[2] ?? 5);
const [firstApi = ""] = apiNames();

row("requests/s, Prism = 1", ...peers.map(({ name }) => name));
row("---", ...peers.map(() => "---"));
await compareRates("multipart, one 20 KB file", "capillary", oneFile);
await compareRates("DELETE with two ids", "capillary", twoIds);
await compareRates("raw PUT 20 KB", "superoffice", rawImage);
await compareStarts();
console.log();
await compareLargest();
await peakOfTenUploads();
console.log();
row("MB", "before the first request", "after 5,000 mixed requests", "after 60,000 more");
row("---", "---", "---", "---");
for (const peer of [readmeCommand(), readmeCommand("--stateful"), prism, msw]) {
  const { url, pid, stop } = await start(peer, firstApi);
  const held = [memory(pid, "VmRSS")];
  for (const amount of [5000, 60_000]) {
    await send(url, mixed, { connections: 10, amount });
    held.push(memory(pid, "VmRSS"));
  }
  await stop();
  row(peer.name, ...held.map(String));
}
const { count, name, milliseconds } = await costliest();
console.log(
  `\nOf ${count} requests with 15 KB of one thing over and over, the costliest takes ${milliseconds.toFixed(1)} ms of processor time above an ordinary one with as many bytes: ${name}`,
);

async function compareRates(name: string, api: string, load: typeof oneFile): Promise<void> {
  const running = await Promise.all(peers.map((peer) => start(peer, api)));
  const rates = peers.map((): number[] => []);
  /** Requests for each hundredth of a second of the server's own processor time: other load does not count. */
  const perTime = peers.map((): number[] => []);
  const statuses = peers.map(() => "");
  for (let round = 0; round <= rounds; round++) {
    for (const [at, { url, pid }] of running.entries()) {
      const before = processorTime(pid);
      const result = await send(url, [load], { connections: 10, duration: 1.5 });
      const used = processorTime(pid) - before;
      statuses[at] = Object.keys(result.statusCodeStats ?? {}).join("/");
      // The first round warms up.
      if (round === 0) continue;
      rates[at]?.push(result.requests.total / result.duration);
      perTime[at]?.push(result.requests.total / used);
    }
  }
  for (const { stop } of running) await stop();
  const notes = statuses.map((status) => (status === "200" ? "" : `, responds ${status}`));
  row(name, ...ratiosToFirst(rates, notes));
  row("the same, per processor time", ...ratiosToFirst(perTime, notes));
}

async function compareStarts(): Promise<void> {
  const times = peers.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, peer] of peers.entries()) {
      const { milliseconds, stop } = await start(peer, firstApi);
      await stop();
      times[at]?.push(milliseconds);
    }
  }
  row("start to the first response, time", ...ratiosToFirst(times, []));
}

async function compareLargest(): Promise<void> {
  const running = [await start(reader, firstApi), await start(ours, firstApi)];
  const times = running.map((): number[] => []);
  const used = running.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, { url, pid }] of running.entries()) {
      const before = processorTime(pid);
      const result = await send(url, [largestFiles()], { connections: 1, amount: 1 });
      if (result["2xx"] !== 1) throw new Error("5 x 49 MB were not stored.");
      times[at]?.push(result.latency.max);
      used[at]?.push(processorTime(pid) - before);
    }
  }
  for (const { stop } of running) await stop();
  const [, time] = ratiosToFirst(times, []);
  const [, processor] = ratiosToFirst(used, []);
  console.log(
    `5 x 49 MB against a server that only reads the body: time ${time}, processor time ${processor}`,
  );
}

async function peakOfTenUploads(): Promise<void> {
  const { url, pid, stop } = await start(ours, firstApi);
  const peaks: number[] = [];
  for (const options of [
    { connections: 1, amount: 1 },
    { connections: 4, amount: 10 },
  ]) {
    await send(url, [largestFiles()], options);
    peaks.push(memory(pid, "VmHWM"));
  }
  await stop();
  const [first, last] = peaks;
  console.log(
    `Peak memory over ten such uploads, four at a time: ${last} MB; after the first ${first} MB`,
  );
}

/** The median of each, with its spread, to that of the first. */
function ratiosToFirst(all: readonly number[][], notes: readonly string[]): string[] {
  const base = median(all[0] ?? []);
  return all.map((values, at) => {
    const ratios = values.map((it) => it / base);
    const spread = `${Math.min(...ratios).toFixed(1)}-${Math.max(...ratios).toFixed(1)}`;
    return `${median(ratios).toFixed(2)} (${spread}${notes[at] ?? ""})`;
  });
}

function row(...cells: string[]): void {
  console.log(`| ${cells.join(" | ")} |`);
}
