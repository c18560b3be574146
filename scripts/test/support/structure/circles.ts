/**
 * The circles of a graph: every group of nodes that need each other, each as one way round that starts at its first
 * name. A node that needs only itself is none.
 */
export function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  for (const start of [...graph.keys()].sort()) {
    if (done.has(start)) continue;
    const way = wayBack(graph, start);
    if (way === undefined) continue;
    found.push(way);
    for (const node of way) done.add(node);
  }
  return found;
}

/** The shortest way from a node back to it. */
function wayBack(graph: ReadonlyMap<string, ReadonlySet<string>>, start: string) {
  const ways = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of graph.get(way.at(-1) ?? "") ?? []) {
      if (next === start && way.length > 1) return way;
      if (next === start || seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
