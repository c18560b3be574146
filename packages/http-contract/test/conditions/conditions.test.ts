import type { Parameter } from "@image-apis/spec";
import { expect, test } from "vitest";
import { isBodyCondition, parameterConditions } from "../../src/index.ts";

test.each([
  ["personId", ["missing-person-id"], ["invalid-person-id"]],
  ["source", ["missing-source"], ["invalid-source"]],
  ["image_ids", ["missing-image-ids", "no-image-selected"], ["invalid-image-ids"]],
])("the conditions of the parameter %s follow from its name", (name, missing, invalid) => {
  const parameter: Parameter = { name, in: "query", schema: {} };

  expect(parameterConditions(parameter)).toEqual({ missing, invalid });
});

test("what a body meets by itself is told from what a server knows", () => {
  expect(isBodyCondition("image-too-large")).toBe(true);
  expect(isBodyCondition("customer-not-found")).toBe(false);
});
