import type { SourceLocation } from "@image-apis/spec";
import { type TextFile, yamlFile } from "@image-apis/spec/generator";
import { isMap, isNode, isScalar } from "yaml";

/** The way to a value of a file, from its root. */
export type ValuePath = readonly (string | number)[];

/** Where a value of a file stands; where there is none, what should hold it. */
export function locationOf(source: TextFile, at: ValuePath): SourceLocation {
  const { document } = yamlFile(source);
  let node: unknown;
  for (let path = at; node === undefined; path = path.slice(0, -1)) {
    node = document.getIn(path, true) ?? (path.length === 0 ? null : undefined);
  }
  return startOf(source, node);
}

/** Where a key of a mapping stands. */
export function locationOfKey(source: TextFile, mapping: ValuePath, key: string): SourceLocation {
  const holder = yamlFile(source).document.getIn(mapping, true);
  const pair = isMap(holder)
    ? holder.items.find((it) => isScalar(it.key) && it.key.value === key)
    : undefined;
  return startOf(source, pair?.key);
}

/** Where a character of a file's plain text stands. */
export function locationOfIndex({ file, text }: TextFile, index: number): SourceLocation {
  const before = text.slice(0, index).split("\n");
  return { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

function startOf(source: TextFile, node: unknown): SourceLocation {
  const { line, col } = yamlFile(source).lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0);
  return { file: source.file, line, column: col };
}
