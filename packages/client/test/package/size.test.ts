import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type ApiModel, loadModels } from "@image-apis/codegen";
import { build } from "rolldown";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * What an application pays for everything one API's entry exports - uploads, progress, retries, credentials, limits
 * and openapi-fetch - minified and compressed, in bytes: the code that all APIs share, and what each operation adds. It
 * comes in one file, so there is no smaller honest number.
 */
const ceiling = ({ operations }: ApiModel) => 17_700 + 400 * operations.length;

test.each(loadModels())(
  "the entry /$api is one file, which stays below its ceiling",
  async (api) => {
    const { api: vendor } = api;
    const input = "application";
    const entry = join(root, `dist/generated/${vendor}/index.js`);
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
    const advice = "Find out what grew; an operation more is already allowed for";
    expect(size, advice).toBeLessThanOrEqual(ceiling(api));
  },
);
