import { isNode } from "yaml";
import type { TextFile } from "../build/sources.ts";
import { yamlFile } from "../build/yaml-file.ts";
import type { Finding } from "./finding.ts";

/** The way to a value of a file, from its root. */
export type ValuePath = readonly (string | number)[];

/** Where a value of a file stands; where there is none, what should hold it. */
export function placeOf(
  source: TextFile,
  at: ValuePath,
): Pick<Finding, "file" | "line" | "column"> {
  const { document, lines } = yamlFile(source);
  let node: unknown;
  for (let path = at; node === undefined; path = path.slice(0, -1)) {
    node = document.getIn(path, true) ?? (path.length === 0 ? null : undefined);
  }
  const { line, col } = lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0);
  return { file: source.file, line, column: col };
}
