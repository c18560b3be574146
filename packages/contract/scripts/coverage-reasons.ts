import { readFileSync } from "node:fs";
import type { Reason } from "../src/coverage/reasons.ts";

/** The reviewed reasons why rows of the coverage table are empty. */
export function coverageReasons(): Reason[] {
  const file = new URL("../coverage.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Reason[];
}
