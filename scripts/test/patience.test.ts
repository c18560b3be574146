import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repositoryRoot } from "../src/repository.ts";

/** What makes a test red on a busy machine: a limit of its own, or the one second after which vitest's waiting ends. */
const impatience = [
  /\b(?:test|hook)Timeout\b/,
  /\bvi\.waitFor\(/,
  /\bpoll\([^\n]*, \{[^}]*\btimeout:/,
  /^\s*\}?,? ?\d[\d_]{3,}\);$/m,
  /\btoBeLessThan\w*\([^\n]*\n?[^\n]*performance\.now\(\)/,
  /performance\.now\(\)[^\n]*\)\.toBeLessThan/,
];

it("no test is less patient than vitest.patience.ts", () => {
  const tests = globSync(["*/*/test/**/*.ts", "*/test/**/*.ts", "*/vitest*.ts", "*/*/vitest*.ts"], {
    cwd: repositoryRoot,
    exclude: ["**/node_modules/**"],
  });
  expect(tests.length).toBeGreaterThan(100);
  const impatient = tests.filter((file) => {
    const text = readFileSync(join(repositoryRoot, file), "utf8");
    return impatience.some((pattern) => pattern.test(text));
  });
  expect(impatient).toEqual([]);
});
