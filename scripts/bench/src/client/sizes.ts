import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "rolldown";
import { benchFolder } from "../folders.ts";

/** The size of everything an entry exports, bundled for browsers, minified and compressed, in bytes. */
export async function gzipSize(entry: string): Promise<number> {
  // As a namespace, so that the default export and whatever it alone needs are in it too.
  const code = `import * as all from ${JSON.stringify(entry)};\nexport { all };`;
  const input = "entry";
  const { output } = await build({
    cwd: benchFolder,
    input,
    plugins: [
      {
        name: input,
        resolveId: (id, importer) => {
          if (id === input) return id;
          return importer === input && id.startsWith(".") ? join(benchFolder, id) : undefined;
        },
        load: (id) => (id === input ? { code, moduleType: "js" } : undefined),
      },
    ],
    platform: "browser",
    // What only Node runs is no part of a bundle for browsers.
    external: /^node:/,
    logLevel: "silent",
    write: false,
    output: { format: "esm", minify: true },
  });
  // What is loaded later, and only where it is needed, is a chunk of its own.
  const chunks = output.flatMap((it) => (it.type === "chunk" && it.isEntry ? [it.code] : []));
  return gzipSync(chunks.join(""), { level: 9 }).length;
}
