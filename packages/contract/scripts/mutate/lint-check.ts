// The linter is no part of the published package, so it is taken from its folder.
import { lintBundle } from "@image-apis/spec-tools";
import type { Check } from "../../src/mutate/check.ts";

/** Every rule for bundles: Spectral's two rulesets and ours. */
export const lintCheck: Check = {
  name: "lint",
  sees: "document",
  async complaint({ document }) {
    const [first] = await lintBundle(document, (pointer) => ({
      file: pointer,
      line: 1,
      column: 1,
    }));
    return first && `${first.file} ${first.rule}: ${first.message}`;
  },
};
