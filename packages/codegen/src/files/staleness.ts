/** Files of the generated folder that are not as the documents would make them. Paths as `generatedFiles` has them. */
export interface Staleness {
  changed: string[];
  missing: string[];
  /** Files that no document makes. */
  unexpected: string[];
}

/** Compares what the documents make with what is there. */
export function compare(
  fresh: ReadonlyMap<string, string>,
  present: ReadonlyMap<string, string>,
): Staleness {
  const names = [...fresh.keys()];
  return {
    changed: names.filter((name) => present.has(name) && present.get(name) !== fresh.get(name)),
    missing: names.filter((name) => !present.has(name)),
    unexpected: [...present.keys()].filter((name) => !fresh.has(name)),
  };
}

/** Every stale file on a line of its own with what is wrong with it; `""` when nothing is. */
export function report({ changed, missing, unexpected }: Staleness, folder: string): string {
  const line = (what: string) => (name: string) => `  ${what.padEnd(10)} ${folder}/${name}\n`;
  return [
    ...changed.map(line("changed")),
    ...missing.map(line("missing")),
    ...unexpected.map(line("unexpected")),
  ].join("");
}
