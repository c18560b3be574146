import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { SourceLocation } from "../src/apis.ts";
import type { OpenApiDocument } from "../src/document.ts";
import { toPointer, valueAt } from "../src/json.ts";

interface SourceFile {
  path: string;
  document: Document.Parsed;
  lines: LineCounter;
}

/**
 * Finds for every JSON pointer into a bundle the file, line and column it was written at. Walks the sources as
 * the bundler does: a reference the bundle kept ends the walk, one it resolved leads into the other file.
 */
export function locate(
  repository: string,
  root: string,
  bundle: OpenApiDocument,
): Record<string, SourceLocation> {
  const locations: Record<string, SourceLocation> = {};
  const files = new Map<string, SourceFile>();

  const open = (path: string): SourceFile => {
    let file = files.get(path);
    if (file === undefined) {
      const lines = new LineCounter();
      const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
      file = { path, document, lines };
      files.set(path, file);
    }
    return file;
  };

  const note = (file: SourceFile, node: Node | null | undefined, tokens: string[]) => {
    const { line, col } = file.lines.linePos(node?.range?.[0] ?? 0);
    locations[toPointer(tokens)] = {
      file: relative(repository, file.path).replaceAll("\\", "/"),
      line,
      column: col,
    };
  };

  const walk = (file: SourceFile, node: unknown, tokens: string[]): void => {
    if (isMap(node)) {
      const reference = node.get("$ref");
      if (typeof reference === "string" && !reference.startsWith("#")) {
        if (bundleKeepsReference(tokens)) return;
        const target = open(join(dirname(file.path), reference));
        note(target, target.document.contents, tokens);
        walk(target, target.document.contents, tokens);
        return;
      }
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const inner = [...tokens, String(key.value)];
        note(file, key, inner);
        walk(file, value, inner);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        const inner = [...tokens, String(index)];
        note(file, item as Node, inner);
        walk(file, item, inner);
      });
    }
  };

  const bundleKeepsReference = (tokens: string[]) => {
    const value = valueAt(bundle, toPointer(tokens));
    return value !== null && typeof value === "object" && "$ref" in value;
  };

  const start = open(root);
  walk(start, start.document.contents, []);
  for (const [kind, components] of Object.entries(bundle.components)) {
    for (const name of Object.keys(components)) {
      const file = open(join(dirname(root), "components", kind, `${name}.yaml`));
      note(file, file.document.contents, ["components", kind, name]);
      walk(file, file.document.contents, ["components", kind, name]);
    }
  }
  return locations;
}
