import type { RulesetDefinition } from "@stoplight/spectral-core";
import { oas3_1 } from "@stoplight/spectral-formats";
import { expect, test } from "vitest";
import bundleRules from "../src/index.ts";
import layoutRules from "../src/layout.ts";
import { openapi31 } from "../src/openapi-31.ts";

test("Both rulesets have Spectral's form.", () => {
  const rulesets: RulesetDefinition[] = [bundleRules, layoutRules];
  expect(rulesets).toHaveLength(2);
});

test.each([
  { openapi: "3.1.0" },
  { openapi: "3.1" },
  { openapi: "3.1.2" },
  { openapi: "3.0.3" },
  { openapi: "3.2.0" },
  { openapi: 3.1 },
  { openapi: "3.10.0" },
  { swagger: "2.0" },
  {},
  [],
  null,
  "openapi: 3.1.0",
])("The format takes %j as Spectral's own does.", (document) => {
  expect(openapi31(document)).toBe(oas3_1(document, null));
  expect(openapi31.displayName).toBe(oas3_1.displayName);
});
