import { defineConfig } from "vitest/config";

/** What every package's tests share. The JSON report is what `npm test` counts. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    passWithNoTests: false,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
