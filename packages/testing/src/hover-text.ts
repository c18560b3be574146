import { join } from "node:path";
import ts from "typescript";

/** A file of a client team, as an editor has it open. */
export interface EditedFile {
  /** The folder the file stands in; imports are found from there. */
  folder: string;
  /** The lines above the expressions: imports and declarations. */
  head: string;
  expressions: readonly string[];
}

/** What an editor shows for each expression: its documentation and tags, without the signature. */
export function hoverTexts({ folder, head, expressions }: EditedFile): string[] {
  const file = join(folder, "hover.ts");
  const text = head + expressions.map((expression) => `${expression};\n`).join("");
  const service = openEditor(folder, file, text);
  return expressions.map((expression) => {
    const last = text.indexOf(`${expression};`) + expression.length - 1;
    const info = service.getQuickInfoAtPosition(file, last);
    const tags = info?.tags?.flatMap((tag) => tag.text ?? []) ?? [];
    return [...(info?.documentation ?? []), ...tags].map((part) => part.text).join("\n");
  });
}

/** A language service with one unsaved file; all else is read from the disk. */
function openEditor(folder: string, file: string, text: string): ts.LanguageService {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    strict: true,
    types: ["node"],
  };
  return ts.createLanguageService({
    readFile: ts.sys.readFile,
    fileExists: ts.sys.fileExists,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "0",
    getScriptSnapshot: (path) => {
      const source = path === file ? text : ts.sys.readFile(path);
      return source === undefined ? undefined : ts.ScriptSnapshot.fromString(source);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
}
