/** How long answers are held back, in milliseconds: `mean`, give or take up to `spread`. */
export interface Latency {
  mean: number;
  spread: number;
}

/** Reads `200`, `200±100` or `200+-100`; `undefined` for a text that is none of them. */
export function parseLatency(text: string): Latency | undefined {
  const [, mean, spread = "0"] = /^(\d+)(?:(?:±|\+-)(\d+))?$/.exec(text) ?? [];
  return mean === undefined ? undefined : { mean: Number(mean), spread: Number(spread) };
}

/** One delay out of many, never below zero. */
export function someDelay({ mean, spread }: Latency): number {
  return Math.max(0, mean + (Math.random() * 2 - 1) * spread);
}
