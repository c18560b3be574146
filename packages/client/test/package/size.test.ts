import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "rolldown";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * What an application pays for everything one vendor's entry exports - uploads, progress, retries, credentials, limits
 * and openapi-fetch - minified and compressed, in bytes. It comes in one file, so there is no smaller honest number.
 */
const ceilings = { capillary: 19_150, superoffice: 18_450 };

test.each(Object.entries(ceilings))(
  "the entry /%s is one file, which stays below its ceiling",
  async (vendor, ceiling) => {
    const input = "application";
    const entry = join(root, `dist/${vendor}/index.js`);
    const code = `import * as all from ${JSON.stringify(entry)};\nglobalThis.all = all;`;
    const { output } = await build({
      input,
      plugins: [
        {
          name: input,
          resolveId: (id) => (id === input ? id : undefined),
          load: (id) => (id === input ? { code, moduleType: "js" } : undefined),
        },
      ],
      platform: "browser",
      logLevel: "silent",
      write: false,
      output: { minify: true },
    });
    // A second file would be loaded on the way of a call, and may be gone by then.
    expect(output.map(({ type }) => type)).toEqual(["chunk"]);
    const size = gzipSync(output[0].code, { level: 9 }).length;
    console.log(`@image-apis/client/${vendor}: ${size} bytes, minified and gzipped`);
    const advice = "Find out what grew; where it must (a new operation), raise the ceiling above";
    expect(size, advice).toBeLessThanOrEqual(ceiling);
  },
);
