/**
 * `npm run faults [rounds]`, in this folder: kills a server in the middle of uploads, 50 times by default, and says what
 * was lost and what was left behind. Ends with 1 where that is anything.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killRounds } from "./faults/kills.ts";

const rounds = Number(process.argv[2] ?? 50);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error("Give a number of rounds, 1 or more.");
  process.exit(2);
}
const data = mkdtempSync(join(tmpdir(), "image-apis-faults-"));
try {
  const { answered, swept, lost, orphaned } = await killRounds(data, rounds, (found) => {
    process.stdout.write(found.lost.length + found.orphaned.length === 0 ? "." : "!");
  });
  for (const it of lost) console.log(`\nlost: ${it}`);
  for (const it of orphaned) console.log(`\norphaned: ${it}`);
  console.log(
    `\n${rounds} kills, ${answered} uploads answered: ${lost.length} lost, ${orphaned.length} orphaned; ${swept} unfinished files were removed by the sweep.`,
  );
  if (lost.length + orphaned.length > 0) process.exitCode = 1;
} finally {
  rmSync(data, { recursive: true });
}
