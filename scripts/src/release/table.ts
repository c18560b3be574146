import type { Weight } from "./weight.ts";

/** One package of the table that a release prints. */
export interface Row {
  name: string;
  version: string;
  /** Of the tarball, in bytes. */
  size: number;
  weight: Weight;
  /** The lowest Node that it was started on. */
  node: string;
  faults: string[];
}

/** The packages of a release as a table. */
export function releaseTable(rows: readonly Row[]): string {
  const head = ["package", "version", "tarball", "installed", "Node", ""];
  const cells = rows.map(({ name, version, size, weight, node, faults }) => [
    name,
    version,
    `${Math.ceil(size / 1024)} KB`,
    `${weight.packages} ${weight.packages === 1 ? "package" : "packages"}, ${weight.megabytes} MB`,
    node,
    faults.length === 0 ? "ok" : `${faults.length} not ok`,
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...cells].map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...cells]
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}
