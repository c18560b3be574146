import { defineConfig } from "vitest/config";

/** What every package's tests share. The JSON report is what `npm test` counts. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    passWithNoTests: false,
    // The files of a package share one process, since loading the same modules again for each of
    // them took a third of the time. They leave nothing behind: `--sequence.shuffle` stays green.
    isolate: false,
    // A safety net for a test that hangs, wide enough for a slow machine; no test measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for may take longer than the default of one second on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
