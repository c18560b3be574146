import { join } from "node:path";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import type { Case } from "./case.ts";

/** Cloudflare Workers, by the program that runs them there. */
export function workers(folder: string): Case {
  return {
    name: "workerd (Cloudflare Workers)",
    async run({ url }) {
      const { outputFiles } = await build({
        absWorkingDir: folder,
        entryPoints: [join(folder, "projects/worker/worker.mjs")],
        bundle: true,
        format: "esm",
        conditions: ["workerd", "worker", "browser"],
        write: false,
      });
      const miniflare = new Miniflare({
        modules: [{ type: "ESModule", path: "worker.mjs", contents: outputFiles[0]?.text ?? "" }],
        compatibilityDate: "2026-07-30",
      });
      try {
        const response = await miniflare.dispatchFetch(`http://localhost/?server=${url}`);
        return await response.text();
      } finally {
        await miniflare.dispose();
      }
    },
  };
}
