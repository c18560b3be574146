import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What an editor shows for each expression, in a file of a client team. */
function hover(...expressions: string[]): string[] {
  const file = join(root, "test/hover.ts");
  const head = `import type { CapillaryClient, SuperOfficeClient } from "@image-apis/client";
declare const capillary: CapillaryClient;
declare const superoffice: SuperOfficeClient;
`;
  const text = head + expressions.map((expression) => `${expression};\n`).join("");
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    strict: true,
    types: ["node"],
  };
  const service = ts.createLanguageService({
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
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  return expressions.map((expression) => {
    const last = text.indexOf(`${expression};`) + expression.length - 1;
    const info = service.getQuickInfoAtPosition(file, last);
    const tags = info?.tags?.flatMap((tag) => tag.text ?? []) ?? [];
    return [...(info?.documentation ?? []), ...tags].map((part) => part.text).join("\n");
  });
}

test("an editor shows an operation's description, limits, traps and error codes on the client's method", () => {
  const [add, save] = hover("capillary.addCustomerImage", "superoffice.savePersonImage");
  expect(add).toContain("Add images to a customer");
  expect(add).toContain("**Limits.** 1 to 5 files");
  expect(add).toContain("**Traps.** The part is called `file`");
  expect(add).toContain("8083 (image-too-small)");
  expect(add).toContain("**Source.** https://docs.capillarytech.com/reference/");
  expect(save).toContain("**Source.** https://github.com/SuperOfficeDocs/superoffice-docs/");
  expect(save).toContain("Stores the image of a person");
});
