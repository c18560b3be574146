import { defineConfig } from "vitest/config";
import { patience } from "./vitest.patience.ts";

/** What every package's tests share. The JSON report is what `npm test` counts. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    passWithNoTests: false,
    // The files of a package share one process, since loading the same modules again for each of
    // them took a third of the time. They leave nothing behind: `--sequence.shuffle` stays green.
    isolate: false,
    ...patience,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
