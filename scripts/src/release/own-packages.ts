import type { Packed } from "./pack.ts";

/** A packed package, and those of ours that it needs, directly or not. */
export function neededBy(name: string, packed: readonly Packed[]): Packed[] {
  const needed = new Map<string, Packed>();
  const add = (wanted: string) => {
    const found = packed.find((it) => it.name === wanted);
    if (found === undefined || needed.has(wanted)) return;
    needed.set(wanted, found);
    for (const dependency of Object.keys(found.dependencies)) add(dependency);
  };
  add(name);
  return [...needed.values()];
}
