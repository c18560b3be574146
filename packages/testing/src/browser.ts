import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

/** Keeps Chromium from reaching anything but this machine, its maker above all, and lets it start where there is no sandbox and no graphics card. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const advice =
  "These tests need a Chromium. Install Google Chrome or Chromium, or name one in CHROME_PATH.";

/**
 * Starts the first Chromium there is: `CHROME_PATH`, an installed Chrome or Chromium, the one of
 * `@sparticuz/chromium` (Linux on x64).
 *
 * @param hosts Names that lead to this machine; a page of theirs is not a secure context, unlike one of `localhost`.
 * @throws Error with what was tried and what to install; a missing browser is never a skipped test.
 */
export async function launchBrowser(hosts: readonly string[] = []): Promise<Browser> {
  const known = hosts.map((host) => `MAP ${host} 127.0.0.1, `).join("");
  const rules = `${known}MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`;
  const args = [...quiet, `--host-resolver-rules=${rules}`];
  const failures: string[] = [];
  for (const [name, options] of await candidates()) {
    try {
      return await chromium.launch({ ...options, args });
    } catch (error) {
      failures.push(`  ${name}: ${String(error).split("\n")[0]}`);
    }
  }
  throw new Error(`${advice}\nTried:\n${failures.join("\n")}`);
}

async function candidates(): Promise<[name: string, options: LaunchOptions][]> {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== "") return [["CHROME_PATH", { executablePath: chosen }]];
  return [
    ["Google Chrome", { channel: "chrome" }],
    ...onPath("chromium", "chromium-browser").map((file): [string, LaunchOptions] => [
      file,
      { executablePath: file },
    ]),
    ...(await packaged()),
  ];
}

function onPath(...names: string[]): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).filter(existsSync);
}

async function packaged(): Promise<[name: string, options: LaunchOptions][]> {
  if (process.platform !== "linux" || process.arch !== "x64") return [];
  const { default: packed } = await import("@sparticuz/chromium");
  return [["@sparticuz/chromium", { executablePath: await packed.executablePath() }]];
}
