import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "rolldown";
import { folder } from "./prepare.ts";

/**
 * What a page loads for a client: bundled, minified and compressed, in bytes.
 *
 * @param exports A module, in `generated/`, that exports what the page uses.
 */
export async function gzipSize(exports: string): Promise<number> {
  const input = `${folder}generated/page.ts`;
  writeFileSync(input, exports);
  const { output } = await build({
    input,
    platform: "browser",
    // What only Node runs is not part of a bundle for browsers.
    external: /^node:/,
    logLevel: "silent",
    write: false,
    output: { minify: true, codeSplitting: false },
  });
  return gzipSync(output[0].code, { level: 9 }).length;
}
