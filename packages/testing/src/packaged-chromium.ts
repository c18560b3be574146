import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import manifest from "../package.json" with { type: "json" };

/** Where the unpacked browser stays; removed with the packages, and never in the temporary folder. */
const cache = fileURLToPath(new URL("../node_modules/.cache/chromium/", import.meta.url));

/**
 * Unpacks the Chromium of `@sparticuz/chromium`, once for each version, and says where its program is. Suites may ask
 * for it at the same time: each unpacks into a folder of its own, and the first to be ready is used by all.
 */
export async function packagedChromium(): Promise<string> {
  const unpacked = join(cache, manifest.dependencies["@sparticuz/chromium"]);
  if (!existsSync(unpacked)) await unpackTo(unpacked);
  return join(unpacked, "chromium");
}

async function unpackTo(target: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "unpacking-"));
  try {
    await unpackInto(folder);
    renameSync(folder, target);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    // Another suite was faster.
    if (!existsSync(target)) throw error;
  }
}

/** The package knows no other place than the temporary folder, which it looks up before it first waits. */
function unpackInto(folder: string): Promise<string> {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    return chromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
