import { type SpectralRuleset, spectralRules } from "./rule.ts";
import { bodyExample } from "./rules/body-example.ts";
import { componentFile } from "./rules/component-file.ts";
import { extensionPlace } from "./rules/extension-place.ts";
import { noLiveSecret } from "./rules/no-live-secret.ts";
import { parameterExample } from "./rules/parameter-example.ts";
import { pathItemFile } from "./rules/path-item-file.ts";

/**
 * Rules for one hand-written source file by itself: the root document, a path item, a component, an example.
 * They have no `formats`, because most of these files do not say `openapi:`.
 */
const layout: SpectralRuleset = {
  rules: spectralRules({
    "path-item-file": pathItemFile,
    "component-file": componentFile,
    "parameter-example": parameterExample,
    "body-example": bodyExample,
    "extension-place": extensionPlace,
    "no-live-secret": noLiveSecret,
  }),
};

export default layout;
