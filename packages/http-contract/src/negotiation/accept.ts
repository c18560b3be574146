/**
 * The ranges of an Accept header without their parameters but `q`, since a documented media type has none.
 * What is malformed is passed over.
 *
 * @returns `undefined` where the client leaves it to the server; an empty header says no more than none.
 */
export function acceptedRanges(accept: string | undefined): string[] | undefined {
  if (accept === undefined || accept.trim() === "") return undefined;
  const ranges = accept.split(",").flatMap((item) => {
    const [, range, parameters = ""] =
      /^\s*([\w!#$&^.+*-]+\/[\w!#$&^.+*-]+)\s*((?:;.*)?)$/.exec(item) ?? [];
    const q = /;\s*q=(\d(?:\.\d*)?)/i.exec(parameters)?.[1];
    return range === undefined ? [] : [q === undefined ? range : `${range};q=${q}`];
  });
  return ranges.length > 0 ? ranges : ["none/none"];
}

/**
 * Those ranges that can choose among the offered media types, each once: a header may name thousands, and what chooses
 * looks at all of them for every response.
 */
export function decidingRanges(ranges: readonly string[], offered: readonly string[]): string[] {
  const known = new Set(offered.flatMap((it) => [it, it.replace(/\/.*/, "/*"), "*/*"]));
  const byRange = new Map<string, string>();
  for (const item of ranges) {
    const lower = item.toLowerCase();
    const [range = ""] = lower.split(";", 1);
    if (known.has(range) && !byRange.has(range)) byRange.set(range, lower);
  }
  return byRange.size > 0 ? [...byRange.values()] : ["none/none"];
}

/** Whether an Accept header lets a media type pass; everything passes where there is none. */
export function accepts(accept: string | undefined, mediaType: string): boolean {
  return acceptedType(accept, [mediaType]) !== undefined;
}

/** Of the offered media types, the one that an Accept header likes best; the first of several. `undefined` for none. */
export function acceptedType(
  accept: string | undefined,
  offered: readonly string[],
): string | undefined {
  const ranges = acceptedRanges(accept);
  if (ranges === undefined) return offered[0];
  const rated = offered.map((mediaType) => ({ mediaType, q: quality(ranges, mediaType) }));
  const best = Math.max(0, ...rated.map(({ q }) => q));
  return best === 0 ? undefined : rated.find(({ q }) => q === best)?.mediaType;
}

/** What the narrowest range that a media type lies in says of it; 0 where it lies in none. */
function quality(ranges: readonly string[], mediaType: string): number {
  const rated = new Map(
    ranges.map((item): [string, number] => {
      const [range = "", q = "1"] = item.toLowerCase().split(";q=");
      return [range, Number(q)];
    }),
  );
  const names = [mediaType.toLowerCase(), mediaType.toLowerCase().replace(/\/.*/, "/*"), "*/*"];
  const found = names.find((name) => rated.has(name));
  return found === undefined ? 0 : (rated.get(found) ?? 0);
}
