import { configDefaults, defineConfig, mergeConfig } from "vitest/config";
// @boundaries-ignore Every package is tested by the same settings, which stand at the root.
import base from "../../vitest.base.ts";

// The tests that need a browser have a configuration and a script of their own.
export default mergeConfig(
  base,
  defineConfig({ test: { exclude: [...configDefaults.exclude, "test/browser/**"] } }),
);
