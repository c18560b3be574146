import { rmSync } from "node:fs";
import { startChild } from "../programs.ts";
import type { ScaleTimes } from "./child.ts";
import { writeScaled } from "./documents.ts";

/** Without a limit Node collects its garbage when it likes, and the peak says little. */
const heap = "--max-old-space-size=640";

/** Lints, bundles and types documents of so many operations, each in a process of its own. */
export async function measureScale(counts: readonly number[]): Promise<ScaleTimes[]> {
  const small = writeScaled(10);
  const measured: ScaleTimes[] = [];
  try {
    for (const count of counts) {
      const large = writeScaled(count);
      try {
        const args = [small, large].map((it) => JSON.stringify(it));
        const { message, stop } = await startChild("scale/child.ts", args, [heap]);
        measured.push(message as ScaleTimes);
        stop();
      } finally {
        rmSync(large.folder, { recursive: true });
      }
    }
  } finally {
    rmSync(small.folder, { recursive: true });
  }
  return measured;
}
