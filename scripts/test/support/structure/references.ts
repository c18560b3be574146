import ts from "typescript-5.9";

/** What one source file refers to: a module it imports, or a file it locates beside itself. */
export interface Reference {
  /** As it is written: `./a.ts`, `@image-apis/spec`, `node:fs`. */
  specifier: string;
  /** From 1. */
  line: number;
  /** Whether only types are imported, so that nothing is loaded. */
  isType: boolean;
  /** Whether it is a module; otherwise a path that `new URL(…, import.meta.url)` or `join(import.meta.dirname, …)` locates. */
  isModule: boolean;
}

/** Everything a TypeScript or JavaScript file refers to. */
export function referencesIn(file: string, text: string): Reference[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: Reference[] = [];
  const add = (node: ts.Node | undefined, isModule: boolean, isType = false) => {
    if (node === undefined || !ts.isStringLiteralLike(node)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ specifier: node.text, line, isType, isModule });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, true, importsTypesOnly(node.importClause));
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, true, node.isTypeOnly || elementsAreTypes(node.exportClause));
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true, true);
    } else if (ts.isCallExpression(node)) {
      const callee = node.expression.getText(source);
      if (modules.test(callee)) add(node.arguments[0], true);
      else if (paths.test(callee) && node.arguments[0]?.getText(source) === "import.meta.dirname") {
        add(node.arguments[1], false);
      }
    } else if (ts.isNewExpression(node) && node.expression.getText(source) === "URL") {
      const [path, base] = node.arguments ?? [];
      if (base?.getText(source) === "import.meta.url") add(path, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** What loads a module by its name. */
const modules = /^(import|require|require\.resolve|import\.meta\.resolve|vi\.(do)?[mM]ock)$/;

const paths = /^(path\.|posix\.)?(join|resolve)$/;

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  return clause.name === undefined && elementsAreTypes(clause.namedBindings);
}

function elementsAreTypes(bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined) {
  if (bindings === undefined || !("elements" in bindings)) return false;
  const elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[] = [...bindings.elements];
  return elements.length > 0 && elements.every((it) => it.isTypeOnly);
}
