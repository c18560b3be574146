/** Those of the known words that are a slip of the pen away from a word, the nearest first. */
export function nearest(word: string, known: Iterable<string>): string[] {
  const most = Math.max(1, Math.floor(word.length / 3));
  return [...known]
    .filter((it) => it !== "" && Math.abs(it.length - word.length) <= most)
    .map((it) => ({ it, far: distance(word.toLowerCase(), it.toLowerCase()) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || a.it.localeCompare(b.it))
    .map(({ it }) => it);
}

/** How many letters have to be added, removed or changed (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
