import { type TextFile, yamlFile } from "@image-apis/spec/generator";
import { isMap, isNode, isScalar } from "yaml";
import type { Finding } from "./finding.ts";

/** The way to a value of a file, from its root. */
export type ValuePath = readonly (string | number)[];

type Place = Pick<Finding, "file" | "line" | "column">;

/** Where a value of a file stands; where there is none, what should hold it. */
export function placeOf(source: TextFile, at: ValuePath): Place {
  const { document } = yamlFile(source);
  let node: unknown;
  for (let path = at; node === undefined; path = path.slice(0, -1)) {
    node = document.getIn(path, true) ?? (path.length === 0 ? null : undefined);
  }
  return startOf(source, node);
}

/** Where a key of a mapping stands. */
export function placeOfKey(source: TextFile, mapping: ValuePath, key: string): Place {
  const holder = yamlFile(source).document.getIn(mapping, true);
  const pair = isMap(holder)
    ? holder.items.find((it) => isScalar(it.key) && it.key.value === key)
    : undefined;
  return startOf(source, pair?.key);
}

/** Where a character of a file's plain text stands. */
export function placeOfIndex({ file, text }: TextFile, index: number): Place {
  const before = text.slice(0, index).split("\n");
  return { file, line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

function startOf(source: TextFile, node: unknown): Place {
  const { line, col } = yamlFile(source).lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0);
  return { file: source.file, line, column: col };
}
