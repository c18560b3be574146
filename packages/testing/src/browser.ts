import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { longestWait } from "./longest-wait.ts";

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
 * `@sparticuz/chromium` (Linux on x64). What it writes into the temporary folder goes when it closes.
 *
 * @param hosts Names that lead to this machine; a page of theirs is not a secure context, unlike one of `localhost`.
 * @throws Error with what was tried and what to install; a missing browser is never a skipped test.
 */
export async function launchBrowser(hosts: readonly string[] = []): Promise<Browser> {
  const known = hosts.map((host) => `MAP ${host} 127.0.0.1, `).join("");
  const rules = `${known}MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`;
  const args = [...quiet, `--host-resolver-rules=${rules}`];
  const failures: string[] = [];
  for (const [name, executablePath] of await candidates()) {
    try {
      return await launch(executablePath, args);
    } catch (error) {
      failures.push(`  ${name}: ${String(error).split("\n")[0]}`);
    }
  }
  throw new Error(`${advice}\nTried:\n${failures.join("\n")}`);
}

/** A browser that is ended rather than closed forgets some of its files, so it gets a temporary folder of its own. */
async function launch(executablePath: string, args: string[]): Promise<Browser> {
  // Playwright makes its folders before it looks for the program, and leaves them when there is none.
  if (!existsSync(executablePath)) throw new Error(`There is no file ${executablePath}.`);
  const temporary = mkdtempSync(join(tmpdir(), "chromium-"));
  const remove = () => rmSync(temporary, { recursive: true, force: true, maxRetries: 10 });
  process.once("exit", remove);
  const removeNow = () => {
    process.off("exit", remove);
    remove();
  };
  const env = { ...process.env, TMPDIR: temporary, TMP: temporary, TEMP: temporary };
  try {
    const browser = await chromium.launch({ executablePath, args, env, timeout: longestWait });
    const newContext = browser.newContext.bind(browser);
    browser.newContext = async (options) => {
      const context = await newContext(options);
      context.setDefaultTimeout(longestWait);
      return context;
    };
    const close = browser.close.bind(browser);
    browser.close = (options) => close(options).finally(removeNow);
    return browser;
  } catch (error) {
    removeNow();
    throw error;
  }
}

/** The programs to try, in order; what is not installed is not among them. */
async function candidates(): Promise<[name: string, executablePath: string][]> {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== "") return [["CHROME_PATH", chosen]];
  const installed = [...installedChromes(), ...onPath("chromium", "chromium-browser")];
  return [
    ...installed.filter(existsSync).map((file): [string, string] => [file, file]),
    ...(await packaged()),
  ];
}

/** Where the installers of Google Chrome put it. */
function installedChromes(): string[] {
  if (process.platform === "darwin") {
    return ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
  }
  if (process.platform !== "win32") return ["/opt/google/chrome/chrome"];
  const { LOCALAPPDATA, PROGRAMFILES } = process.env;
  return [LOCALAPPDATA, PROGRAMFILES, process.env["PROGRAMFILES(X86)"]].flatMap((folder) =>
    folder === undefined ? [] : [join(folder, "Google/Chrome/Application/chrome.exe")],
  );
}

function onPath(...names: string[]): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

async function packaged(): Promise<[name: string, executablePath: string][]> {
  if (process.platform !== "linux" || process.arch !== "x64") return [];
  const { packagedChromium } = await import("./packaged-chromium.ts");
  return [["@sparticuz/chromium", await packagedChromium()]];
}
