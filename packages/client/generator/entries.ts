import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An entry of the package: what it is imported by, and the ES module and types behind it, from the package's folder. */
export interface Entry {
  specifier: string;
  module: string;
  types: string;
}

interface Manifest {
  name: string;
  exports: Record<string, string | { import: { types: string; default: string } }>;
}

/** Every entry with code; one whose name has a star is one for each API. */
export function entriesOf(root: string): Entry[] {
  const text = readFileSync(join(root, "package.json"), "utf8");
  const { name, exports } = JSON.parse(text) as Manifest;
  const apis = readdirSync(join(root, "src/generated"), { withFileTypes: true })
    .filter((it) => it.isDirectory())
    .map((it) => it.name);
  return Object.entries(exports).flatMap(([path, target]) => {
    if (typeof target === "string") return [];
    return (path.includes("*") ? apis : [""]).map((api) => ({
      specifier: path.replace(".", name).replace("*", api),
      module: target.import.default.replace("*", api),
      types: target.import.types.replace("*", api),
    }));
  });
}
