import { configDefaults, defineConfig, mergeConfig } from "vitest/config";
import base from "../../vitest.base.ts";

/**
 * Tests here compile TypeScript and send 49 MB, which takes its time on a busy machine. The tests that need a browser
 * have a configuration and a script of their own.
 */
export default mergeConfig(
  base,
  defineConfig({
    test: { testTimeout: 60_000, exclude: [...configDefaults.exclude, "test/browser/**"] },
  }),
);
