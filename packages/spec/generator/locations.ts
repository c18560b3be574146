import { posix } from "node:path";
import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { SourceLocation } from "../src/apis.ts";
import type { OpenApiDocument } from "../src/document.ts";
import { toPointer, valueAt } from "../src/json.ts";
import type { Sources } from "./sources.ts";
import { type YamlFile, yamlFile } from "./yaml-file.ts";

/**
 * Finds for every JSON pointer into a bundle the file, line and column it was written at. Walks the sources as
 * the bundler does: a reference the bundle kept ends the walk, one it resolved leads into the other file.
 * Throws where a component has no file of its name.
 */
export function locate(
  sources: Sources,
  root: string,
  bundle: OpenApiDocument,
): Record<string, SourceLocation> {
  const locations: Record<string, SourceLocation> = {};

  const open = (path: string): YamlFile => {
    const source = sources.get(path);
    if (source === undefined) throw new Error(`There is no ${path}.`);
    return yamlFile(source);
  };

  const note = ({ file, lines }: YamlFile, node: Node | null | undefined, tokens: string[]) => {
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    locations[toPointer(tokens)] = { file, line, column: col };
  };

  const walk = (file: YamlFile, node: unknown, tokens: string[]): void => {
    if (isMap(node)) {
      const reference = node.get("$ref");
      if (typeof reference === "string" && !reference.startsWith("#")) {
        if (bundleKeepsReference(tokens)) return;
        const target = open(posix.join(posix.dirname(file.file), reference));
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
      const file = open(`${posix.dirname(root)}/components/${kind}/${name}.yaml`);
      note(file, file.document.contents, ["components", kind, name]);
      walk(file, file.document.contents, ["components", kind, name]);
    }
  }
  return locations;
}
