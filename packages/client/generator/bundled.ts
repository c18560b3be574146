import { fileURLToPath } from "node:url";
import { build } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const input = "code";

/**
 * Writes a module with everything it imports inside, minified.
 *
 * @param code The text of the module; what it imports is looked up from this package.
 * @param file Where to write it; without, it is only returned.
 * @returns the text, and the paths of the modules that are in it.
 */
export async function bundled(
  code: string,
  file?: string,
): Promise<{ code: string; modules: string[] }> {
  const { output } = await build({
    cwd: root,
    input,
    plugins: [
      {
        name: input,
        resolveId: (id) => (id === input ? id : undefined),
        load: (id) => (id === input ? { code, moduleType: "js" } : undefined),
      },
    ],
    platform: "neutral",
    resolve: { mainFields: ["module", "main"] },
    logLevel: "warn",
    write: file !== undefined,
    output: {
      format: "esm",
      minify: true,
      codeSplitting: false,
      ...(file !== undefined && { file }),
    },
  });
  return { code: output[0].code, modules: output[0].moduleIds };
}
