import { vi } from "vitest";
import { longestWait } from "./longest-wait.ts";

/** Resolves to what the check returns as soon as it does not throw; rejects with its error after the longest wait. */
export function eventually<Value>(check: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(check, { timeout: longestWait, interval: 20 });
}
