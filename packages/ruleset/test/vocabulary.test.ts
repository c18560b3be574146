import { expect, test } from "vitest";
import { reviewedFakes } from "../src/vocabulary.ts";

test("Every reviewed fake says where it stands.", () => {
  for (const place of Object.values(reviewedFakes)) expect(place).toMatch(/^[A-Z][^.]+\.$/);
});
