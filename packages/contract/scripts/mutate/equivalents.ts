import { readFileSync } from "node:fs";
import type { Equivalent } from "../../src/mutate/equivalents.ts";

/** The reviewed list of mutations that change nothing. */
export function loadEquivalents(): Equivalent[] {
  const file = new URL("../../equivalents.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Equivalent[];
}
