import { join } from "node:path";
import ts from "typescript";

/** The declarations of the package as its build would write them, and a program that reads them. */
export interface Declarations {
  program: ts.Program;
  /** Whether a file is one of them. */
  own(file: string): boolean;
}

/**
 * Compiles the declarations in memory, so that what they say never depends on an old build.
 *
 * @param root The folder of the package.
 * @param entries The declaration files of the package's entries, from the root.
 */
export function declarations(root: string, entries: readonly string[]): Declarations {
  const { config } = ts.readConfigFile(join(root, "tsconfig.build.json"), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = new Map<string, string>();
  ts.createProgram(fileNames, {
    ...options,
    emitDeclarationOnly: true,
    declarationMap: false,
  }).emit(undefined, (name, text) => files.set(name.replaceAll("\\", "/"), text));
  const find = (name: string) => files.get(name.replaceAll("\\", "/"));

  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, directoryExists } = host;
  host.fileExists = (name) => find(name) !== undefined || fileExists(name);
  host.readFile = (name) => find(name) ?? readFile(name);
  host.directoryExists = (name) =>
    [...files.keys()].some((file) => file.startsWith(`${name}/`)) ||
    directoryExists?.(name) === true;
  const program = ts.createProgram(
    entries.map((entry) => join(root, entry)),
    options,
    host,
  );
  return { program, own: (file) => find(file) !== undefined };
}
