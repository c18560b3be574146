import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { type Declarations, declarations } from "./declarations.ts";
import { type Entry, entriesOf } from "./entries.ts";

const printer = ts.createPrinter({ removeComments: true });

/**
 * Writes down everything the package promises: the declarations of every entry, and what they are made of, without
 * comments.
 *
 * @param root The folder of the package.
 */
export function apiReport(root: string): string {
  const entries = sortedEntries(root);
  const own = declarations(
    root,
    entries.map(({ types }) => types),
  );
  const written = new Map<ts.Symbol, string>();
  const sections = entries.map(({ specifier, types }) => {
    const exported = exportsOf(own, join(root, types));
    const lines = exported.map(({ name, symbol }) => {
      const known = written.get(symbol);
      if (known !== undefined) return `export { ${name} } from "${known}";\n`;
      written.set(symbol, specifier);
      return text(own, symbol) || `export { ${name} } from "${packageOf(symbol)}";\n`;
    });
    return section(specifier, lines);
  });
  const hidden = reachable(own, [...written.keys()]).filter((symbol) => !written.has(symbol));
  hidden.sort((a, b) => compare(a.name, b.name));
  const parts = section(
    "Not exported, but part of the above",
    hidden.map((symbol) => text(own, symbol)),
  );
  return `${header}\n${sections.join("\n")}\n${parts}`;
}

const header = `# The public API of @image-apis/client

Made by packages/client from its sources. Do not edit: run \`npm run generate\`. A change of this file is a change of what
the package promises.
`;

/** The entries of the package, those of one vendor or purpose before the one that holds them all. */
function sortedEntries(root: string): Entry[] {
  return entriesOf(root).sort((a, b) =>
    compare(b.specifier.split("/").length, a.specifier.split("/").length),
  );
}

/** What a file exports, aliases followed, by name. */
function exportsOf({ program }: Declarations, file: string): { name: string; symbol: ts.Symbol }[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} exports nothing.`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => ({ name: symbol.name, symbol: followed(checker, symbol) }))
    .sort((a, b) => compare(a.name, b.name));
}

/** Everything of the package that the declarations of some symbols mention, directly or not. */
function reachable(own: Declarations, from: ts.Symbol[]): ts.Symbol[] {
  const checker = own.program.getTypeChecker();
  const found = new Set<ts.Symbol>(from);
  const visit = (node: ts.Node) => {
    const symbol = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    if (symbol !== undefined) {
      const target = followed(checker, symbol);
      if (!found.has(target) && statements(own, target).length > 0) {
        found.add(target);
        for (const statement of statements(own, target)) visit(statement);
      }
    }
    node.forEachChild(visit);
  };
  for (const symbol of from) for (const statement of statements(own, symbol)) visit(statement);
  return [...found];
}

function followed(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The statements of the package that declare a symbol; none for a part of one, or for another package's. */
function statements(own: Declarations, { declarations = [] }: ts.Symbol): ts.Statement[] {
  return declarations.flatMap((declaration) => {
    const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
    const atTop = ts.isStatement(node) && ts.isSourceFile(node.parent);
    return atTop && own.own(node.getSourceFile().fileName) ? [node] : [];
  });
}

function text(own: Declarations, symbol: ts.Symbol): string {
  return statements(own, symbol)
    .map((node) => printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()))
    .map((line) => `${line}\n`)
    .join("");
}

/** The package that declares a symbol of another one. */
function packageOf({ name, declarations: [first] = [] }: ts.Symbol): string {
  if (first === undefined) throw new Error(`${name} is declared nowhere.`);
  let folder = dirname(first.getSourceFile().fileName);
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return manifestOf(folder).name;
}

interface Manifest {
  name: string;
  exports: Record<string, string | { import: { types: string } }>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

function section(title: string, lines: string[]): string {
  return `## ${title}\n\n\`\`\`ts\n${lines.join("\n")}\`\`\`\n`;
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
