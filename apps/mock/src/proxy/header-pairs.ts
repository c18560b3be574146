/** A header or trailer as it travels: its name in its own spelling, and its value. */
export type HeaderPair = [name: string, value: string];

/** Node's raw headers, names and values in turn, as pairs. */
export function headerPairs(raw: readonly string[]): HeaderPair[] {
  return raw.flatMap((name, at): HeaderPair[] => (at % 2 === 1 ? [] : [[name, raw[at + 1] ?? ""]]));
}

/** The values of a header, one for each time it was sent. */
export function valuesOf(pairs: readonly HeaderPair[], name: string): string[] {
  return pairs.flatMap(([it, value]) => (it.toLowerCase() === name ? [value] : []));
}

/** Node leaves headers beyond this many out of what it says of a message, but not of what it sends on. */
export const maxHeaders = 1000;
