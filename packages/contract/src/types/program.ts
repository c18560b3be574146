import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** Where the exchanges' files seem to lie: in this package, so that its dependencies resolve. */
const folder = fileURLToPath(new URL("../../exchanges", import.meta.url)).replaceAll("\\", "/");

const options: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2024.d.ts", "lib.dom.d.ts"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  types: [],
};

/** Files of the disk, parsed once for all programs. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles files that exist in memory only.
 *
 * @param files Their texts by name.
 * @param overlay Texts that stand in for files of the disk, by absolute path with `/`.
 */
export function compile(
  files: ReadonlyMap<string, string>,
  overlay: ReadonlyMap<string, string>,
): { program: ts.Program; fileOf(name: string): ts.SourceFile } {
  const texts = new Map(overlay);
  for (const [name, text] of files) texts.set(pathOf(name), text);
  const host = inMemory(texts);
  const program = ts.createProgram({ rootNames: [...files.keys()].map(pathOf), options, host });
  return {
    program,
    fileOf(name) {
      const file = program.getSourceFile(pathOf(name));
      if (file === undefined) throw new Error(`${name} was not compiled.`);
      return file;
    },
  };
}

function pathOf(name: string): string {
  return posix.join(folder, `${name}.ts`);
}

function inMemory(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const disk = ts.createCompilerHost(options);
  return {
    ...disk,
    fileExists: (path) => texts.has(path) || disk.fileExists(path),
    readFile: (path) => texts.get(path) ?? disk.readFile(path),
    getSourceFile(path, languageVersion) {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, languageVersion, true);
      if (!parsed.has(path)) parsed.set(path, disk.getSourceFile(path, languageVersion));
      return parsed.get(path);
    },
  };
}
