import { defineConfig } from "vitest/config";
import { patience } from "./vitest.patience.ts";

export default defineConfig({
  test: {
    include: ["test/browser/*.test.ts"],
    passWithNoTests: false,
    reporters: ["default", ["json", { outputFile: "reports/vitest-browser.json" }]],
    ...patience,
    // As in vitest.base.ts.
    isolate: false,
    // One browser at a time is enough for the machines these tests run on.
    fileParallelism: false,
  },
});
