/** Lints, bundles and types growing documents, and prints what each operation of them costs. */
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeScaled } from "./documents.ts";
import type { ScaleTimes } from "./steps.ts";

const steps = fileURLToPath(new URL("steps.ts", import.meta.url));
/** Without a limit Node collects its garbage when it likes, and the peak says little. */
const options = ["--expose-gc", "--max-old-space-size=640"];

console.log(`| operations | lint, ms each | bundle, ms each | types, ms each | together, ms each | peak memory, MB |
| --: | --: | --: | --: | --: | --: |`);
const small = writeScaled(10);
try {
  for (const count of [10, 100, 300, 1000]) {
    const large = writeScaled(count);
    try {
      const documents = [small, large].map((it) => JSON.stringify(it));
      const args = [...options, steps, ...documents];
      const text = execFileSync(process.execPath, args, { encoding: "utf8" });
      const { operations, lint, bundle, types, peakBytes }: ScaleTimes = JSON.parse(text);
      const each = [lint, bundle, types, lint + bundle + types].map((it) => it / operations);
      const times = each.map((it) => it.toFixed(2)).join(" | ");
      console.log(`| ${operations} | ${times} | ${(peakBytes / 1024 / 1024).toFixed(0)} |`);
    } finally {
      rmSync(large.folder, { recursive: true });
    }
  }
} finally {
  rmSync(small.folder, { recursive: true });
}
