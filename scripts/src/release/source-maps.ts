import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageFiles } from "./package-files.ts";

interface SourceMap {
  sourceRoot?: string;
  sources: string[];
  sourcesContent?: (string | null)[];
}

/** The maps of an installed package that lead nowhere: a file that names no map, a map that names no source. */
export function sourceMapFaults(installed: string): string[] {
  return packageFiles(installed).flatMap((file) => {
    const path = join(installed, file);
    if (file.endsWith(".map")) {
      return missingSources(path).map(
        (source) => `${file} is a map of ${source}, which is not there.`,
      );
    }
    if (!/\.[cm]?[jt]s$/.test(file)) return [];
    const named = /^\/\/# sourceMappingURL=(?!data:)(\S+)\s*$/m.exec(
      readFileSync(path, "utf8"),
    )?.[1];
    if (named === undefined || existsSync(join(dirname(path), named))) return [];
    return [`${file} names the map ${named}, which is not there.`];
  });
}

function missingSources(path: string): string[] {
  const map = JSON.parse(readFileSync(path, "utf8")) as SourceMap;
  return map.sources.filter(
    (source, index) =>
      typeof map.sourcesContent?.[index] !== "string" &&
      !existsSync(join(dirname(path), map.sourceRoot ?? "", source)),
  );
}
