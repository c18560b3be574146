import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build as esbuild } from "esbuild";
import { build as rolldown } from "rolldown";
import { build as vite8 } from "vite";
import { build as vite6 } from "vite-6";
import { build as vite7 } from "vite-7";
import webpack from "webpack";

/** What a bundler made: the file that the page loads, and the text of every file by its path. */
export interface Bundle {
  entry: string;
  files: ReadonlyMap<string, string>;
  /** Whether the entry is a module. */
  isModule: boolean;
}

const single = (text: string): Bundle => ({
  entry: "/page.js",
  files: new Map([["/page.js", text]]),
  isModule: false,
});

/** One script without modules. */
export async function byEsbuild(file: string): Promise<Bundle> {
  const options = { bundle: true, format: "iife", minify: true, write: false } as const;
  const { outputFiles } = await esbuild({ entryPoints: [file], ...options });
  return single(outputFiles[0]?.text ?? "");
}

export async function byRolldown(file: string): Promise<Bundle> {
  const output = { format: "iife", minify: true } as const;
  const made = await rolldown({ input: file, platform: "browser", write: false, output });
  return single(made.output[0].code);
}

/** As webpack is set up for production. */
export async function byWebpack(file: string): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), "image-apis-webpack-"));
  try {
    const compiler = webpack({
      mode: "production",
      entry: file,
      output: { path: folder, filename: "page.js" },
    });
    const stats = await promisify(compiler.run.bind(compiler))();
    if (stats?.hasErrors() !== false) throw new Error(stats?.toString("errors-only"));
    const files = readdirSync(folder).map((name): [string, string] => [
      `/${name}`,
      readFileSync(join(folder, name), "utf8"),
    ]);
    return { entry: "/page.js", files: new Map(files), isModule: false };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const vites = { 6: vite6, 7: vite7, 8: vite8 } as Record<number, typeof vite8>;

/** As Vite is set up: a worker becomes one script without modules. */
export async function byVite(version: 6 | 7 | 8, root: string, file: string): Promise<Bundle> {
  const made = await vites[version]?.({
    root,
    configFile: false,
    logLevel: "error",
    build: { write: false, rollupOptions: { input: file } },
  });
  const outputs = [made].flat().flatMap((it) => (it && "output" in it ? it.output : []));
  const files = outputs.map((it): [string, string] => [
    `/${it.fileName}`,
    it.type === "chunk" ? it.code : String(it.source),
  ]);
  const entry = outputs.find((it) => it.type === "chunk" && it.isEntry)?.fileName;
  return { entry: `/${entry}`, files: new Map(files), isModule: true };
}
