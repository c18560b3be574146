import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What an editor shows for each expression, in a file of a client team. */
function hover(...expressions: string[]): string[] {
  const file = join(root, "test/hover.ts");
  const head = `import type { operations } from "@image-apis/types/capillary";
declare const it: operations;
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

test("an editor shows what an operation does, its limits, traps and error codes, and what a property means", () => {
  const [operation, code] = hover(
    "it.addCustomerImage",
    "it.deleteCustomerImage.responses[200].content['application/json'].errors",
  );
  expect(operation).toContain("Add images to a customer");
  expect(operation).toContain("**Limits.** 1 to 5 files");
  expect(operation).toContain("**Traps.** The part is called `file`");
  expect(operation).toContain("**Error codes.** 8015 (customer-not-found);");
  expect(operation).toContain("8084 (not-an-image, no-image).");
  expect(operation).toContain(
    "**Source.** https://docs.capillarytech.com/reference/add-customer-image",
  );
  expect(code).toContain("Not empty means that the call failed, even with status 200.");
});
