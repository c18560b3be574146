import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { writeNotices } from "./notices.ts";

/**
 * Writes the package once more as CommonJS, for what reads nothing else: jest as it is set up by default, and
 * TypeScript's `node16` in a CommonJS project. Node itself gets the ES modules whichever way it asks, so that there is
 * one copy of every class.
 *
 * @param root The folder of the package, its ES modules already in `dist/`.
 * @param entries The modules that `exports` names, without their ending: `capillary/index`.
 */
export async function writeCommonJs(root: string, entries: readonly string[]): Promise<void> {
  const dist = join(root, "dist");
  const folder = join(dist, "cjs");
  const { output } = await build({
    cwd: root,
    input: Object.fromEntries(entries.map((it) => [it, join(dist, `${it}.js`)])),
    // What this package depends on is written into it: it comes as ES modules only, or with another `default`.
    external: /^(?:node:|msw$|msw\/)/,
    platform: "neutral",
    logLevel: "warn",
    output: { format: "cjs", dir: folder, chunkFileNames: "shared/[name]-[hash].js" },
  });
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  // The shared validators are in it as well, with the code of Ajv.
  const ajv = fileURLToPath(import.meta.resolve("ajv"));
  writeNotices(folder, [ajv, ...output.flatMap((it) => ("moduleIds" in it ? it.moduleIds : []))]);
  const declarations = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter(
    (it) => it.endsWith(".d.ts") && !it.startsWith("cjs"),
  );
  for (const name of declarations) {
    const target = join(folder, name);
    cpSync(join(dist, name), target);
    writeFileSync(target, readableFromCommonJs(readFileSync(target, "utf8")));
  }
}

/** A declaration whose types of ES modules are looked up as one of them would look them up. */
function readableFromCommonJs(declaration: string): string {
  return declaration
    .replace(
      /^(import|export) (?:type )?(\{.*\} from "(?:@image-apis\/|openapi-fetch)[^"]*");$/gm,
      (_, kind: string, rest: string) =>
        `${kind} type ${rest.replace(/\btype /g, "")} with { "resolution-mode": "import" };`,
    )
    .replace(/^\/\/# sourceMappingURL=.*$/m, "");
}
