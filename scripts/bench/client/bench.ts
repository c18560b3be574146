/**
 * Measures the client beside its peers and prints a Markdown table. Times are ratios to bare `fetch` in the same run, in
 * which all clients take turns, so that what else the machine does meets them alike.
 */
import { execFileSync, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { limits } from "@image-apis/types/capillary";
import { median } from "../median.ts";
import type { Peer } from "./peers/peer.ts";
import { folder, prepare } from "./prepare.ts";
import { gzipSize } from "./size.ts";
import type { CallCost } from "./small-calls.ts";
import { instantiations } from "./types.ts";
import type { UploadCost } from "./upload.ts";

/** How the table calls each peer, by its module in peers/. */
const peers = {
  fetch: "bare `fetch`",
  "fetch-with-timeouts": "`fetch` with headers, a signal and two timers",
  "image-apis": "**this package**, Capillary",
  "openapi-fetch": "openapi-fetch",
  "hey-api": "hey-api",
  ky: "ky",
  orval: "orval with axios",
};
const names = Object.keys(peers);
const [base = ""] = names;
const own = "image-apis";
const rounds = 5;

/** What an application pays for a client. Of ours, for all that an entry exports. */
const application = (name: string) =>
  name === own
    ? `export * from "@image-apis/client/capillary";`
    : `export { upload } from "../peers/${name}.ts";`;

await prepare(names);
const server = fork(join(folder, "server.ts"));
const temporary = mkdtempSync(join(tmpdir(), "image-apis-bench-"));
try {
  const [url] = await once(server, "message");
  for (const name of names) await assertSameJob(name, String(url));
  const calls = printed<CallCost[]>("small-calls.ts", url, ...names.map(runnable));
  const { upload, memory, repeated } = uploads(String(url), largestUpload());
  const fastest = secondsOf(upload[base]);

  const head = ["client", "gzip KB", "wall, small call", "CPU, small call", "MB, disk"];
  head.push("MB, `Uint8Array`", "MB, repeated", "throughput", "types");
  const rows = [head, head.map((_, column) => (column === 0 ? "---" : "--:"))];
  for (const [index, [name, title]] of Object.entries(peers).entries()) {
    rows.push([
      title,
      ((await gzipSize(application(name))) / 1024).toFixed(1),
      calls[index]?.wall.toFixed(2) ?? "",
      calls[index]?.cpu.toFixed(2) ?? "",
      megabytes(upload[name]),
      megabytes(memory[name]),
      megabytes(repeated[name]),
      (fastest / secondsOf(upload[name])).toFixed(2),
      instantiations(name)?.toLocaleString("en") ?? "-",
    ]);
  }
  for (const cells of rows) console.log(`| ${cells.join(" | ")} |`);
} finally {
  rmSync(temporary, { recursive: true, force: true });
  server.kill();
}

function runnable(name: string): string {
  return join(folder, "generated/peers", `${name}.js`);
}

/** What a module of this folder prints, in a process of its own. */
function printed<Result>(module: string, ...args: string[]): Result {
  const program = ["--expose-gc", join(folder, module), ...args];
  return JSON.parse(execFileSync(process.execPath, program, { encoding: "utf8" }));
}

/** As many files as one request may have, each as large as it may be. */
function largestUpload(): string[] {
  const { maxFiles, maxBytes } = limits.addCustomerImage["multipart/form-data"].file;
  return Array.from({ length: maxFiles }, (_, index) => {
    const path = join(temporary, `${index}.png`);
    writeFileSync(path, image(maxBytes));
    return path;
  });
}

function uploads(url: string, paths: readonly string[]) {
  const empty = () => Object.fromEntries(names.map((name): [string, UploadCost[]] => [name, []]));
  const costs = { upload: empty(), memory: empty(), repeated: empty() };
  const cost = (name: string, to: string, from: "disk" | "memory") =>
    printed<UploadCost>("upload.ts", runnable(name), to, from, ...paths);
  for (let round = 0; round < rounds; round++) {
    for (const name of names) costs.upload[name]?.push(cost(name, url, "disk"));
    for (const name of [base, own]) costs.memory[name]?.push(cost(name, url, "memory"));
    costs.repeated[own]?.push(cost(own, `${url}/refuse-once/${randomUUID()}`, "disk"));
  }
  return costs;
}

/** @throws Error When a client does not upload, does not repeat what is refused once, or reports no progress. */
async function assertSameJob(name: string, url: string): Promise<void> {
  const { upload } = (await import(runnable(name))) as Peer;
  const file = new File([image(20_480)], "image.png", { type: "image/png" });
  let sent = 0;
  await upload(`${url}/refuse-once/${randomUUID()}`, 565039505, [file], {
    signal: AbortSignal.timeout(30_000),
    onProgress(bytes) {
      sent = bytes;
    },
  });
  if (sent < file.size) throw new Error(`${name} reported ${sent} bytes of ${file.size}.`);
}

/** The signature of a PNG, and nothing that anybody here looks at. */
function image(bytes: number): Uint8Array<ArrayBuffer> {
  const image = new Uint8Array(bytes);
  image.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return image;
}

function secondsOf(costs: readonly UploadCost[] = []): number {
  return median(costs.map(({ seconds }) => seconds));
}

function megabytes(costs: readonly UploadCost[] = []): string {
  if (costs.length === 0) return "-";
  return (median(costs.map(({ peakBytes }) => peakBytes)) / 1024 / 1024).toFixed(0);
}
