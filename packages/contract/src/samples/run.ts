import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** A program as it is on disk. */
export interface Program {
  /** `.sh` is given to a shell, `.ts` to Node. */
  file: string;
  /** Where it finds its files. */
  folder: string;
  /** The address it asks, without a slash at the end. */
  asks: string;
  /** The address that is to be asked in its place. */
  answered: string;
}

/** What a program printed, and how it ended. */
export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program unchanged; what it sends to `asks` arrives at `answered`. */
export function run({ file, folder, asks, answered }: Program): Promise<Run> {
  const [from, to] = [new URL(asks), new URL(answered)];
  if (file.endsWith(".ts")) {
    return start(process.execPath, ["--import", redirectedFetch(from, to), file], folder);
  }
  // curl reads this file before its arguments.
  writeFileSync(join(folder, ".curlrc"), `connect-to = "${from.host}:${to.host}"\nnoproxy = "*"\n`);
  return start("sh", [file], folder, { CURL_HOME: folder });
}

/** A module that sends what `fetch` would send to one host to another. */
function redirectedFetch(from: URL, to: URL): string {
  const text = `
    const plain = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const url = (input instanceof Request ? input.url : String(input)).replace("${from.origin}", "${to.origin}");
      return plain(input instanceof Request ? new Request(url, input) : url, init);
    };`;
  return `data:text/javascript,${encodeURIComponent(text)}`;
}

function start(
  command: string,
  args: string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr] = [child.stdout.toArray(), child.stderr.toArray()];
    child.once("error", () => {
      reject(new Error(`Samples need ${command}, which cannot be started. Install it.`));
    });
    child.once("close", async (exitCode) => {
      const text = async (chunks: Promise<Buffer[]>) =>
        Buffer.concat(await chunks).toString("utf8");
      resolve({ exitCode, stdout: await text(stdout), stderr: await text(stderr) });
    });
  });
}
