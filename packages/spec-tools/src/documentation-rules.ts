import type { RulesetDefinition } from "@stoplight/spectral-core";
import rules from "@stoplight/spectral-documentation";

/** `@stoplight/spectral-documentation`. Its types describe its CommonJS build; Node loads the other one. */
export const documentationRules = rules as unknown as RulesetDefinition;
