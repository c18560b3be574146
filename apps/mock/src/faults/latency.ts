import type { Random } from "../random/random.ts";

/** How long answers are held back, in milliseconds: `mean`, give or take up to `spread`. */
export interface Latency {
  mean: number;
  spread: number;
}

/** No response is held back longer, in milliseconds. */
export const maxDelay = 60_000;

/** Reads `200`, `200±100` or `200+-100`; `undefined` for a text that is none of them. */
export function parseLatency(text: string): Latency | undefined {
  const [, mean, spread = "0"] = /^(\d+)(?:(?:±|\+-)(\d+))?$/.exec(text) ?? [];
  if (mean === undefined || Number(mean) + Number(spread) > maxDelay) return undefined;
  return { mean: Number(mean), spread: Number(spread) };
}

/** One delay out of many, never below zero. */
export function someDelay({ mean, spread }: Latency, random: Random): number {
  return Math.max(0, mean + (random.number() * 2 - 1) * spread);
}
