import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/browser/*.test.ts"],
    passWithNoTests: false,
    reporters: ["default", ["json", { outputFile: "reports/vitest-browser.json" }]],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // As in vitest.base.ts.
    expect: { poll: { timeout: 30_000 } },
    isolate: false,
    // One browser at a time is enough for the machines these tests run on.
    fileParallelism: false,
  },
});
