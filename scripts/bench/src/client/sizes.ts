import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "rolldown";
import { benchFolder } from "../folders.ts";

/** What an application pays at once for everything an entry exports: bundled for browsers, minified and compressed, in bytes. */
export async function gzipSize(entry: string): Promise<number> {
  // As a namespace, so that the default export and whatever it alone needs are in it too.
  const application = `import * as all from ${JSON.stringify(entry)};\nglobalThis.all = all;`;
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
        load: (id) => (id === input ? { code: application, moduleType: "js" } : undefined),
      },
    ],
    platform: "browser",
    // What only Node runs is no part of a bundle for browsers.
    external: /^node:/,
    logLevel: "silent",
    write: false,
    output: { format: "esm", minify: true },
  });
  const chunks = output.filter((it) => it.type === "chunk");
  // What a chunk imports is loaded with it; what it asks for later, and only where it is needed, is not.
  const atOnce = new Set(chunks.filter((it) => it.isEntry));
  for (const chunk of atOnce) {
    for (const it of chunks) if (chunk.imports.includes(it.fileName)) atOnce.add(it);
  }
  const code = [...atOnce].map((it) => it.code).join("");
  return gzipSync(code, { level: 9 }).length;
}
