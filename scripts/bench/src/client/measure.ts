import { startChild } from "../programs.ts";
import { largestUpload } from "./files.ts";
import { instantiations } from "./instantiations.ts";
import { base, own, type PeerEntry, peers } from "./peers/all.ts";
import { runnable } from "./prepare.ts";
import { assertSameJobs } from "./same-job/check.ts";
import { gzipSize } from "./sizes.ts";
import type { CallCost } from "./small-calls.ts";
import type { UploadCost } from "./upload.ts";

/** What was measured of one client. */
export interface Measured extends PeerEntry {
  gzipBytes: number;
  call: CallCost;
  upload: UploadCost;
  /** The same files from memory; undefined for a client that is not compared in that. */
  fromMemory: UploadCost | undefined;
  /** The same upload, refused once; undefined for a client that does not repeat it. */
  repeated: UploadCost | undefined;
  instantiations: number | undefined;
}

const rounds = 5;

/** Measures all clients in one run, in turns, so that what the machine does meanwhile hits them alike. */
export async function measure(): Promise<Measured[]> {
  const server = await startChild("client/server.ts");
  const url = String(server.message);
  const files = largestUpload();
  try {
    await assertSameJobs(url);
    const modules = peers.map(({ module }) => runnable(module));
    const { message } = await startChild("client/small-calls.ts", [url, ...modules]);
    const calls = message as CallCost[];

    const uploads = peers.map((): UploadCost[] => []);
    const fromMemory: Record<string, UploadCost[]> = { [base]: [], [own]: [] };
    const repeated: UploadCost[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const [index, { module }] of peers.entries()) {
        uploads[index]?.push(await upload(module, url, "disk", files.paths));
        fromMemory[module]?.push(await upload(module, url, "memory", files.paths));
      }
      repeated.push(await upload(own, `${url}/refuse-once/${round}`, "disk", files.paths));
    }

    const measured: Measured[] = [];
    for (const [index, peer] of peers.entries()) {
      measured.push({
        ...peer,
        gzipBytes: await gzipSize(peer.entry),
        call: calls[index] ?? { wall: Number.NaN, cpu: Number.NaN },
        upload: median(uploads[index] ?? []),
        fromMemory: fromMemory[peer.module] && median(fromMemory[peer.module] ?? []),
        repeated: peer.module === own ? median(repeated) : undefined,
        instantiations: instantiations(peer.module),
      });
    }
    return measured;
  } finally {
    files.remove();
    server.stop();
  }
}

async function upload(
  module: string,
  url: string,
  from: "disk" | "memory",
  paths: string[],
): Promise<UploadCost> {
  const { message } = await startChild("client/upload.ts", [runnable(module), url, from, ...paths]);
  return message as UploadCost;
}

function median(costs: UploadCost[]): UploadCost {
  const middle = (values: number[]) =>
    values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  return {
    seconds: middle(costs.map(({ seconds }) => seconds)),
    peakBytes: middle(costs.map(({ peakBytes }) => peakBytes)),
  };
}
