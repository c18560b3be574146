import { createRequire } from "node:module";
import { Language, type Node, Parser } from "@vscode/tree-sitter-wasm";

const require = createRequire(import.meta.url);
await Parser.init();

/** A parser of a language. */
async function parserOf(grammar: string): Promise<Parser> {
  const path = require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${grammar}.wasm`);
  const parser = new Parser();
  parser.setLanguage(await Language.load(path));
  return parser;
}

const parsers = {
  curl: await parserOf("bash"),
  powershell: await parserOf("powershell"),
  client: await parserOf("typescript"),
  fetch: await parserOf("typescript"),
  python: await parserOf("python"),
  csharp: await parserOf("c-sharp"),
};

/** A program as its language reads it. */
export function parsed(language: keyof typeof parsers, text: string): Node {
  const tree = parsers[language].parse(text);
  if (tree === null) throw new Error(`The parser of ${language} gives up.`);
  return tree.rootNode;
}

/** What a language cannot read in a program. */
export function syntaxFaults(language: keyof typeof parsers, text: string): string[] {
  const root = parsed(language, text);
  if (!root.hasError) return [];
  const faults = nodesIn(root).filter((node) => node.isError || node.isMissing);
  return faults.map(({ startPosition: { row }, text: words }) => `line ${row + 1}: ${words}`);
}

/** A node and everything below it, in the order of the text. */
export function nodesIn(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (child === null ? [] : nodesIn(child)))];
}
