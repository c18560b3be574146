import type { Mutation } from "./mutation.ts";

/** Picks some mutations by a seed: one of each operator, in a shuffled order, then a second one, and so on. */
export function sample(mutations: readonly Mutation[], size: number, seed: number): Mutation[] {
  const random = generator(seed);
  const byOperator = Map.groupBy(mutations, ({ operator }) => operator);
  const hands = shuffled(
    [...byOperator.values()].map((own) => shuffled(own, random)),
    random,
  );
  const longest = Math.max(0, ...hands.map(({ length }) => length));
  const rounds = Array.from({ length: longest }, (_, round) =>
    hands.flatMap((hand) => hand.slice(round, round + 1)),
  );
  return rounds.flat().slice(0, size);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Mulberry32: the same numbers from 0 to 1 for the same seed, on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
