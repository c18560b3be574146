import { mergeConfig } from "vitest/config";
import base from "../../vitest.base.ts";

/** Tests here compile TypeScript and send 49 MB, which takes its time on a busy machine. */
export default mergeConfig(base, { test: { testTimeout: 60_000 } });
